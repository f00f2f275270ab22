/** How a discrepancy stands: what was proposed or decided, by whom, and what can be done about it. */
import { getTexts } from '@/app/_server/texts'
import { Badge } from '@/app/_ui/badge'
import { Time } from '@/app/_ui/time'
import type { LedgerEntry } from '@/lib/discrepancy/queries'
import { StepButtons } from './step-buttons'
import { STATE_TONES } from './tones'

export async function DecisionCell({ entry }: { entry: LedgerEntry }) {
  const t = await getTexts()
  const { decision, decisionNote, legalEffect, mended, state } = entry
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={STATE_TONES[state]}>{t(`discrepancy.state.${state}`)}</Badge>
        {decision && state !== 'proposed' && (
          <span className="font-medium">{t(`discrepancy.decision.${decision}`)}</span>
        )}
        {decision?.startsWith('mend') && state === 'decided' && (
          <Badge
            tone={mended ? 'ok' : 'warn'}
            title={t(mended ? 'discrepancy.mendedHint' : 'discrepancy.notMendedHint')}
          >
            {t(mended ? 'discrepancy.mended' : 'discrepancy.notMended')}
          </Badge>
        )}
        {legalEffect && state !== 'proposed' && <Badge>{t(`discrepancy.legalEffect.${legalEffect}`)}</Badge>}
      </p>
      {state === 'proposed' ? <Proposal entry={entry} /> : <Decision entry={entry} />}
      {state !== 'proposed' && decisionNote && (
        <p className="whitespace-pre-line break-words text-ink-soft text-sm">{decisionNote}</p>
      )}
      <StepButtons entry={entry} />
    </div>
  )
}

/** Somebody's proposal is not yet anybody's decision, and looks it. */
async function Proposal({ entry }: { entry: LedgerEntry }) {
  const t = await getTexts()
  const { decision, decisionNote, legalEffect, proposedBy, proposedAt } = entry
  return (
    <div className="rounded-md border border-info/40 border-dashed bg-info-soft px-2.5 py-1.5 text-sm">
      <p className="text-info">
        {t('ledger.proposes', { name: proposedBy ?? '' })}{' '}
        {proposedAt && <Time at={proposedAt} show="day" className="whitespace-nowrap" />}
      </p>
      <p className="font-medium italic">{decision && t(`discrepancy.decision.${decision}`)}</p>
      {legalEffect && <p>{t(`discrepancy.legalEffect.${legalEffect}`)}</p>}
      {decisionNote && <p className="whitespace-pre-line break-words">{decisionNote}</p>}
    </div>
  )
}

async function Decision({ entry }: { entry: LedgerEntry }) {
  const t = await getTexts()
  const { decidedBy, decidedAt, verifiedBy, verifiedAt } = entry
  return (
    <>
      {decidedAt && (
        <p className="text-ink-faint text-sm">
          {t('ledger.decidedBySomeone', { name: decidedBy ?? '' })}{' '}
          <Time at={decidedAt} show="day" className="whitespace-nowrap" />
        </p>
      )}
      {verifiedAt && (
        <p className="text-ink-faint text-sm">
          {t('discrepancy.verifiedBy', { name: verifiedBy ?? '' })}{' '}
          <Time at={verifiedAt} show="day" className="whitespace-nowrap" />
        </p>
      )}
    </>
  )
}
