'use client'
/** Leads many rows one step: first it is said which go and which stay, and why. */
import { useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Field, Select } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import { mayReach, SEGMENT_STATUSES, type SegmentStatus, STEP_REFUSALS } from '@/lib/segment/rules'
import type { StatusPreview } from '@/lib/segment/set-status-of-many'
import { changeStatusOfMany } from '../actions'
import { statusText } from '../state/acts'
import { useCell } from '../state/cell'
import { getJson, refreshOutline } from '../state/load'
import { rangesOfScope, type Scope, scopesOf, tellMany } from '../state/many'
import { useScreen } from '../state/use-screen'
import { ScopeField } from './scope-field'

export function BulkStatusDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const [scopes] = useState(() => scopesOf(screen))
  const reachable = SEGMENT_STATUSES.filter((status) => mayReach(status, screen.review.me.role))
  const [scope, setScope] = useState<Scope>(scopes[0]!)
  const [to, setTo] = useState<SegmentStatus | undefined>(
    reachable.find((status) => status !== 'draft') ?? reachable[0],
  )
  const { preview, trouble } = usePreview(scope, to)
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
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('find.many-title')} width="medium">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
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
        <div aria-live="polite" className="min-h-16 text-sm">
          {!preview && !trouble && <p className="text-ink-soft">{t('review.seeking')}</p>}
          {preview && <p className="font-semibold">{t('find.many-going', { count: going })}</p>}
          {preview && Object.keys(preview.refused).length > 0 && (
            <>
              <p className="mt-2 text-ink-soft">{t('find.many-staying')}</p>
              <ul className="ml-5 list-disc text-ink-soft">
                {STEP_REFUSALS.filter((why) => preview.refused[why]).map((why) => (
                  <li key={why}>{t(`find.stay-${why}`, { count: preview.refused[why]?.length ?? 0 })}</li>
                ))}
              </ul>
            </>
          )}
          {drafts > 0 && <Note tone="warn">{t('find.many-drafts')}</Note>}
        </div>
        {(failure ?? trouble) && <Note tone="danger">{failure?.message ?? trouble}</Note>}
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={running || going === 0 || drafts > 0}>
            {t('find.many-do', { count: going })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function usePreview(scope: Scope, to: SegmentStatus | undefined) {
  const screen = useScreen()
  const [state, setState] = useState<{ preview?: StatusPreview; trouble?: string }>({})
  useEffect(() => {
    let gone = false
    setState({})
    const body = JSON.stringify({ rows: rangesOfScope(screen, scope), to })
    void getJson<StatusPreview>(screen, 'segments/status', { method: 'POST', body }).then((answer) => {
      if (!gone) setState(answer.ok ? { preview: answer.value } : { trouble: answer.message })
    })
    return () => {
      gone = true
    }
  }, [screen, scope, to])
  return state
}
