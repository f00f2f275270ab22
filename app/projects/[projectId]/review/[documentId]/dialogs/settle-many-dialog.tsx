'use client'
/** Accepts or rejects tracked changes of many rows: first it is counted whose they are, how many go, and what stays and why. */
import { useEffect, useState } from 'react'
import { Field, Select } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import { SETTLE_REFUSALS } from '@/lib/view/rules'
import type { SettlePreview } from '@/lib/view/settle-many'
import { settleChangesOfMany } from '../actions'
import { useCell } from '../state/cell'
import { refreshOutline } from '../state/load'
import { rangesOfScope, type Scope, scopesOf, tellMany } from '../state/many'
import { forgetBases } from '../state/past'
import { useScreen } from '../state/use-screen'
import { ManyDialog, usePreview } from './many-dialog'
import { ScopeField } from './scope-field'

type Verdict = 'accept' | 'reject'

export function SettleManyDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const [scopes] = useState(() => scopesOf(screen))
  const [scope, setScope] = useState<Scope>(scopes[0]!)
  const [author, setAuthor] = useState<string | null>(null)
  const [verdict, setVerdict] = useState<Verdict>('accept')
  const body = JSON.stringify({ rows: rowsOf(screen, scope), author, verdict })
  const { preview, trouble } = usePreview<SettlePreview>('history/settle', body)
  const people = usePeople(preview, author)
  const drafts = useCell(screen.draftCount)
  const { run, running, failure } = useAction(settleChangesOfMany, { refresh: false })
  const submit = async () => {
    if (!preview) return
    const { projectId, documentId } = screen
    const { snapshot } = preview
    const done = await run({ projectId, documentId, rows: rowsOf(screen, scope), author, verdict, snapshot })
    if (!done) return
    const { changed, changes, batchId } = done.value
    tellMany(screen, t(`tracked.many-${verdict}ed`, { changes, rows: changed.length }), batchId)
    onClose()
    forgetBases(screen)
    void refreshOutline(screen, changed)
  }
  const changes = preview?.changes ?? 0
  return (
    <ManyDialog
      title={t('tracked.many-title')}
      going={preview && t('tracked.many-going', { changes, rows: preview.ids.length })}
      staying={SETTLE_REFUSALS.flatMap((why) => {
        const count = preview?.refused[why] ?? 0
        return count > 0 ? [t(`tracked.stay-${why}`, { count })] : []
      })}
      drafts={drafts > 0 ? t('tracked.many-drafts') : null}
      trouble={failure?.message ?? trouble}
      submit={t(`tracked.many-do-${verdict}`, { count: changes })}
      disabled={running || changes === 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <fieldset className="flex flex-wrap gap-x-5 gap-y-1">
        <legend className="sr-only">{t('tracked.many-title')}</legend>
        {(['accept', 'reject'] as const).map((one) => (
          <label key={one} className="flex items-center gap-2">
            <input type="radio" name="verdict" checked={verdict === one} onChange={() => setVerdict(one)} />
            {t(`tracked.many-${one}`)}
          </label>
        ))}
      </fieldset>
      <ScopeField scope={scope} scopes={scopes} onChange={setScope} />
      <Field label={t('tracked.many-author')}>
        {(parts) => (
          <Select {...parts} value={author ?? ''} onChange={(event) => setAuthor(event.target.value || null)}>
            <option value="">{t('tracked.everyone')}</option>
            {people.map(({ id, name, count }) => (
              <option key={id} value={id}>
                {t('tracked.many-by', { name, count })}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </ManyDialog>
  )
}

/** The whole document is not written out row by row. */
function rowsOf(screen: Parameters<typeof rangesOfScope>[0], scope: Scope) {
  return scope === 'all' ? null : rangesOfScope(screen, scope)
}

/** Whoever has a change waiting in these rows, with how many; the chosen one stays to be seen while it is counted anew. */
function usePeople(preview: SettlePreview | undefined, author: string | null) {
  const screen = useScreen()
  const [known, setKnown] = useState<Record<string, number>>({})
  useEffect(() => {
    if (preview) setKnown(preview.authors)
  }, [preview])
  const names = new Map(screen.review.members.map(({ id, name }) => [id, name]))
  return Object.entries({ ...(author ? { [author]: 0 } : {}), ...known })
    .map(([id, count]) => ({ id, count, name: names.get(id) ?? screen.t('tracked.someone') }))
    .sort((a, b) => b.count - a.count)
}
