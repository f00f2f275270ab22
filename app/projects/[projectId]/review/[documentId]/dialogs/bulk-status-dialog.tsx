'use client'
/** Leads many rows one step: first it is said which go and which stay, and why. */
import { useState } from 'react'
import { Field, Select } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import { mayReach, nextStatus, SEGMENT_STATUSES, type SegmentStatus, STEP_REFUSALS } from '@/lib/segment/rules'
import type { StatusPreview } from '@/lib/segment/set-status-of-many'
import { changeStatusOfMany } from '../actions'
import { statusText } from '../state/acts'
import { useCell } from '../state/cell'
import { refreshOutline } from '../state/load'
import { rangesOfScope, type Scope, scopesOf, tellMany } from '../state/many'
import { currentRow } from '../state/screen'
import { useScreen } from '../state/use-screen'
import { ManyDialog, usePreview } from './many-dialog'
import { ScopeField } from './scope-field'

export function BulkStatusDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const [scopes] = useState(() => scopesOf(screen))
  const reachable = SEGMENT_STATUSES.filter((status) => mayReach(status, screen.review.me.role))
  const [scope, setScope] = useState<Scope>(scopes[0]!)
  const [to, setTo] = useState<SegmentStatus | undefined>(() => {
    // Most likely the step that comes next for the row a person is at.
    const next = nextStatus(currentRow(screen)?.status ?? 'draft', screen.review.me.role)
    return next ?? reachable.find((status) => status !== 'draft') ?? reachable[0]
  })
  const body = JSON.stringify({ rows: rangesOfScope(screen, scope), to })
  const { preview, trouble } = usePreview<StatusPreview>('segments/status', body)
  const drafts = useCell(screen.draftCount)
  const { run, running, failure } = useAction(changeStatusOfMany, { refresh: false })
  const submit = async () => {
    if (!preview || !to) return
    const { projectId, documentId } = screen
    const { snapshot } = preview
    const done = await run({ projectId, documentId, rows: rangesOfScope(screen, scope), to, snapshot })
    if (!done) return
    const { changed, refused, batchId } = done.value
    const late = refused.changed?.length ?? 0
    const text = t('find.many-done', { count: changed.length, status: t(statusText(to)) })
    tellMany(screen, late > 0 ? `${text} ${t('find.stay-changed', { count: late })}` : text, batchId)
    onClose()
    void refreshOutline(screen, changed)
  }
  const going = preview?.going.length ?? 0
  return (
    <ManyDialog
      title={t('find.many-title')}
      going={preview && t('find.many-going', { count: going })}
      staying={STEP_REFUSALS.flatMap((why) => {
        const count = preview?.refused[why]?.length ?? 0
        return count > 0 ? [t(`find.stay-${why}`, { count })] : []
      })}
      drafts={drafts > 0 ? t('find.many-drafts') : null}
      trouble={failure?.message ?? trouble}
      submit={t('find.many-do', { count: going })}
      disabled={running || going === 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <ScopeField scope={scope} scopes={scopes} onChange={setScope} />
      <Field label={t('find.many-to')}>
        {(parts) => (
          <Select
            {...parts}
            value={to}
            onChange={(event) => setTo(reachable.find((one) => one === event.target.value))}
          >
            {reachable.map((status) => (
              <option key={status} value={status}>
                {t(statusText(status))}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </ManyDialog>
  )
}
