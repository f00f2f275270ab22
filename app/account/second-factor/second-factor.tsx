'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Badge } from '@/app/_ui/badge'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { useToast } from '@/app/_ui/toast'
import { useConfirmed } from '@/app/_ui/use-confirmed'
import type { SecondFactorState } from '@/lib/auth/second-factor'
import { beginSecondFactorHere, renewRecoveryCodesHere, turnOffSecondFactorHere } from '../actions'
import { RecoveryCodes } from './recovery-codes'
import { SetUp } from './set-up'

// Below this many the page says that it is time for new ones.
const FEW = 4

type Shown = { step: 'secret'; secret: string; address: string } | { step: 'codes'; codes: string[] }

/** Turning the second factor on and off. `wanted`: this person is an administrator who needs one and has none yet. */
export function SecondFactor({ state, wanted }: { state: SecondFactorState; wanted: boolean }) {
  const t = useTexts()
  const tell = useToast()
  const router = useRouter()
  const [shown, setShown] = useState<Shown | null>(null)
  const begin = useConfirmed(beginSecondFactorHere, (value) => setShown({ step: 'secret', ...value }), false)
  const renew = useConfirmed(renewRecoveryCodesHere, ({ codes }) => setShown({ step: 'codes', codes }))
  const turnOff = useConfirmed(turnOffSecondFactorHere, () => tell(t('auth.secondFactorOff')))
  const running = begin.running || renew.running || turnOff.running
  const failure = begin.failure ?? renew.failure ?? turnOff.failure

  function close() {
    setShown(null)
    router.refresh()
  }

  return (
    <>
      {failure && (
        <Note tone="danger" className="mb-4">
          {failure.message}
        </Note>
      )}
      {wanted && (
        <Note tone="warn" className="mb-4">
          {t('auth.secondFactorWanted')}
        </Note>
      )}
      {state.since ? (
        <>
          <p className="mb-4 flex flex-wrap items-center gap-2">
            <Badge tone="ok">{t('auth.secondFactorOn')}</Badge>
            <span className="text-ink-soft">
              <Time at={state.since} show="day" /> · {t('auth.codesLeft', { count: state.codesLeft })}
            </span>
          </p>
          {state.codesLeft < FEW && (
            <Note tone="warn" className="mb-4">
              {t('auth.fewCodes')}
            </Note>
          )}
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => renew.run({})} disabled={running}>
              {t('auth.newCodes')}
            </Button>
            <Button look="danger" onClick={() => turnOff.run({})} disabled={running}>
              {t('auth.turnOff')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="mb-4 text-ink-soft">{t('auth.secondFactorBody')}</p>
          <Button onClick={() => begin.run({})} disabled={running}>
            {t('auth.setUpFactor')}
          </Button>
        </>
      )}
      {begin.question}
      {renew.question}
      {turnOff.question}
      {shown && (
        <Dialog
          open
          // Closed by the cross or Escape the codes are gone; that they were kept is for the person to say.
          onOpenChange={shown.step === 'secret' ? close : undefined}
          width="medium"
          title={t(shown.step === 'secret' ? 'auth.setUpFactor' : 'auth.recoveryCodes')}
        >
          {shown.step === 'secret' ? (
            <SetUp {...shown} onClose={close} onCodes={(codes) => setShown({ step: 'codes', codes })} />
          ) : (
            <RecoveryCodes codes={shown.codes} onDone={close} />
          )}
        </Dialog>
      )}
    </>
  )
}
