'use client'
/** How far the saving is, with the way to call it off. */
import { Check, LoaderCircle, TriangleAlert } from 'lucide-react'
import { Button } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Progress } from '@/app/_ui/progress'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { SavingPhase } from './send'
import type { SavingState } from './use-saving'

type SavingDialogProps = { state: SavingState; aligns: boolean; onCancel: () => void }

export function SavingDialog({ state, aligns, onCancel }: SavingDialogProps) {
  const t = useTexts()
  const done = state !== null && 'done' in state
  const goOn = done ? state.goOn : undefined
  const notice = done ? state.done.notice : undefined
  const close = done ? goOn : onCancel
  const phases: SavingPhase[] = aligns ? ['sending', 'reading', 'aligning', 'saving'] : ['sending', 'reading', 'saving']
  const current = state === null || 'done' in state ? phases.length : phases.indexOf(state.phase)
  return (
    <Dialog
      open={state !== null}
      onOpenChange={(open) => !open && close?.()}
      title={t('import.savingTitle')}
      description={
        done ? t(goOn ? 'import.savedNotice' : 'import.saved', { count: state.done.segments }) : t('import.cancelHint')
      }
    >
      <ol className="flex flex-col gap-3">
        {phases.map((phase, index) => (
          <li key={phase} className={cx('flex items-center gap-3', index > current && 'text-ink-faint')}>
            <PhaseMark reached={index - current} />
            <span className="w-28 shrink-0">{t(`import.phase.${phase}`)}</span>
            <span className="flex-1">
              {index === current && state && 'share' in state && (
                <Progress
                  done={Math.round(state.share * 100)}
                  of={100}
                  label={t('import.phaseShare', { phase: t(`import.phase.${phase}`), share: state.share })}
                />
              )}
            </span>
            <span className="text-ink-faint text-sm">
              {t(index < current ? 'import.phaseDone' : index === current ? 'import.phaseNow' : 'import.phaseNext')}
            </span>
          </li>
        ))}
      </ol>
      {goOn && notice && (
        <>
          <p role="status" className="mt-4 flex gap-2">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
            {t(`import.notice.${notice}`)}
          </p>
          <DialogActions>
            <Button look="primary" onClick={goOn}>
              {t('import.openReview')}
            </Button>
          </DialogActions>
        </>
      )}
      {!done && (
        <DialogActions>
          <Button onClick={onCancel}>{t('import.cancelSaving')}</Button>
        </DialogActions>
      )}
    </Dialog>
  )
}

function PhaseMark({ reached }: { reached: number }) {
  if (reached < 0) return <Check aria-hidden className="size-5 text-ok" />
  if (reached === 0) return <LoaderCircle aria-hidden className="size-5 animate-spin text-accent" />
  return <span aria-hidden className="mx-1 size-3 rounded-full border border-line-strong" />
}
