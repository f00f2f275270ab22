/** How a discrepancy stands, and what can be done about it. */
import { getTexts } from '@/app/_server/texts'
import { Badge } from '@/app/_ui/badge'
import { Time } from '@/app/_ui/time'
import type { LedgerEntry } from '@/lib/discrepancy/queries'
import { allows } from '@/lib/discrepancy/rules'
import { DecideDialog } from './decide-dialog'
import { ReopenButton } from './reopen-button'
import { VerifyButton } from './verify-button'

const TONES = { open: 'accent', proposed: 'info', decided: 'plain', verified: 'ok', published: 'ok' } as const

/** What the person may do: decide at all, and put a query to the issuer on record. */
export type Rights = { decide: boolean; query: boolean }

export async function DecisionCell({
  projectId,
  entry,
  rights,
}: {
  projectId: string
  entry: LedgerEntry
  rights: Rights
}) {
  const t = await getTexts()
  const { decision, decisionNote, legalEffect, decidedBy, decidedAt, verifiedBy, verifiedAt, mended, state } = entry
  const dialog = rights.decide && allows('decide', state) && (
    <DecideDialog projectId={projectId} entry={entry} mayQuery={rights.query} />
  )
  if (!decision) {
    return (
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone="accent">{t('discrepancy.state.open')}</Badge>
        {dialog}
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={TONES[state]}>{t(`discrepancy.state.${state}`)}</Badge>
        <span className="font-medium">{t(`discrepancy.decision.${decision}`)}</span>
        {state === 'decided' && decision.startsWith('mend') && (
          <Badge
            tone={mended ? 'ok' : 'warn'}
            title={t(mended ? 'discrepancy.mendedHint' : 'discrepancy.notMendedHint')}
          >
            {t(mended ? 'discrepancy.mended' : 'discrepancy.notMended')}
          </Badge>
        )}
        {legalEffect && <Badge>{t(`discrepancy.legalEffect.${legalEffect}`)}</Badge>}
      </p>
      {decisionNote && <p className="whitespace-pre-line break-words text-ink-soft text-sm">{decisionNote}</p>}
      {decidedAt && (
        <p className="text-ink-faint text-sm">
          {decidedBy} <Time at={decidedAt} show="day" className="whitespace-nowrap" />
        </p>
      )}
      {verifiedAt && (
        <p className="text-ink-faint text-sm">
          {t('discrepancy.verifiedBy', { name: verifiedBy ?? '' })}{' '}
          <Time at={verifiedAt} show="day" className="whitespace-nowrap" />
        </p>
      )}
      {rights.decide && (
        <div className="-ml-2 flex flex-wrap gap-1">
          {state === 'decided' && (mended || !decision.startsWith('mend')) && (
            <VerifyButton
              projectId={projectId}
              discrepancyId={entry.id}
              number={entry.number}
              version={entry.version}
            />
          )}
          {dialog}
          <ReopenButton projectId={projectId} discrepancyId={entry.id} number={entry.number} version={entry.version} />
        </div>
      )}
    </div>
  )
}
