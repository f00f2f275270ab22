'use client'
/** Find and replace: every place is shown before and after, and each can be left out. Nothing is written until the last button. */
import { useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Field, Input } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Search } from '@/lib/bitext/search'
import type { ReplacePreview } from '@/lib/view/preview-replace'
import { MOST_REPLACED_AT_ONCE, REPLACE_REFUSALS } from '@/lib/view/rules'
import { replaceWords } from '../actions'
import { attempt } from '../state/attempt'
import { useCell } from '../state/cell'
import { searchFor } from '../state/find'
import { getJson } from '../state/get-json'
import { refreshOutline } from '../state/load'
import { rangesOfScope, tellMany } from '../state/many'
import { sideKey } from '../state/screen'
import { useScreen } from '../state/use-screen'
import { type Left, ReplacePlaces } from './replace-places'

export function ReplaceDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const filter = useCell(screen.filter)
  const [replacement, setReplacement] = useState('')
  const [keepCase, setKeepCase] = useState(!filter.matchCase && !filter.regex)
  const [left, setLeft] = useState<Left>(new Set())
  const [running, setRunning] = useState<number | null>(null)
  const { preview, search, trouble } = usePreview()
  const drafted = (preview?.ids ?? []).filter((id) => hasDraft(screen, id))
  const ids = (preview?.ids ?? []).filter((id) => !drafted.includes(id))
  const places = countPlaces(preview, ids) - left.size
  const submit = async () => {
    if (!preview) return
    setRunning(0)
    const { text, in: where, matchCase, wholeWord, regex } = filter
    const query = { text, in: where, matchCase, wholeWord, regex }
    const { projectId, documentId } = screen
    const asked = { projectId, documentId, query, replacement, keepCase, snapshot: preview.snapshot }
    const changed: number[] = []
    let refused = 0
    let batchId: string | null = null
    for (let done = 0; done < ids.length; done += MOST_REPLACED_AT_ONCE) {
      const some = ids.slice(done, done + MOST_REPLACED_AT_ONCE)
      const answer = await attempt(screen, () =>
        replaceWords({ ...asked, ids: some, left: leftAmong(left, some), batchId }),
      )
      // What is done is done and can be undone; the rest was not begun.
      if (!answer) break
      batchId = answer.batchId
      changed.push(...answer.changed)
      refused += answer.refused.length
      setRunning(done + some.length)
    }
    const text2 = t('find.replace-done', { count: changed.length })
    tellMany(screen, refused > 0 ? `${text2} ${t('find.replace-left', { count: refused })}` : text2, batchId)
    onClose()
    await refreshOutline(screen, changed)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && running === null && onClose()}
      title={t('find.replace-title')}
      width="large"
    >
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (places > 0) void submit()
        }}
      >
        <div className="grid gap-3 sm:grid-cols-2">
          <p className="text-sm">
            <span className="block font-semibold">{t('find.replace-find')}</span>
            <span className="break-all">{filter.text}</span>
          </p>
          <Field label={t('find.replace-with')} hint={filter.regex ? t('find.replace-hint') : undefined}>
            {(parts) => (
              <Input
                {...parts}
                value={replacement}
                maxLength={2000}
                onChange={(event) => setReplacement(event.target.value)}
              />
            )}
          </Field>
        </div>
        <label className="flex items-center gap-2 text-sm">
          <input type="checkbox" checked={keepCase} onChange={() => setKeepCase(!keepCase)} />
          {t('find.keep-case')}
        </label>
        {trouble && <Note tone="danger">{trouble}</Note>}
        {preview && (
          <p aria-live="polite" className="flex flex-wrap items-center gap-3 text-sm">
            <span className="font-semibold">
              {t('find.replace-places', { places: countPlaces(preview, ids), rows: ids.length })}
            </span>
            <span className="text-ink-soft">{t('find.replace-chosen', { places })}</span>
            {left.size > 0 && (
              <button type="button" className="link" onClick={() => setLeft(new Set())}>
                {t('find.replace-all-on')}
              </button>
            )}
          </p>
        )}
        {preview && search && (
          <ReplacePlaces
            ids={ids}
            search={search}
            replacing={{ replacement, keepCase }}
            left={left}
            setLeft={setLeft}
          />
        )}
        {preview && (
          <ul className="ml-5 list-disc text-ink-soft text-sm">
            {REPLACE_REFUSALS.filter((why) => preview.refused[why]).map((why) => (
              <li key={why}>{t(`find.refused-${why}`, { count: preview.refused[why] ?? 0 })}</li>
            ))}
            {drafted.length > 0 && <li>{t('find.replace-drafts', { count: drafted.length })}</li>}
          </ul>
        )}
        <DialogActions>
          <Button onClick={onClose} disabled={running !== null}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" look="primary" disabled={running !== null || places <= 0}>
            {running === null
              ? t('find.replace-do', { places })
              : t('find.replace-running', { done: running, rows: ids.length })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function usePreview() {
  const screen = useScreen()
  const [state, setState] = useState<{ preview?: ReplacePreview; search?: Search; trouble?: string }>({})
  useEffect(() => {
    let gone = false
    const { text, in: where, matchCase, wholeWord, regex } = screen.filter.get()
    const query = { text, in: where, matchCase, wholeWord, regex }
    const body = JSON.stringify({ query, rows: rangesOfScope(screen, 'view') })
    const asked = getJson<ReplacePreview>(screen, 'segments/replace', { method: 'POST', body })
    void Promise.all([asked, searchFor(query)]).then(([answer, compiled]) => {
      if (gone || compiled?.ok === false) return
      if (!compiled) setState({ trouble: screen.t('review.not-fetched') })
      else setState(answer.ok ? { preview: answer.value, search: compiled.search } : { trouble: answer.message })
    })
    return () => {
      gone = true
    }
  }, [screen])
  return state
}

function hasDraft(screen: ReturnType<typeof useScreen>, id: number): boolean {
  return screen.drafts.get(sideKey(id, 'zh')) !== undefined || screen.drafts.get(sideKey(id, 'en')) !== undefined
}

function countPlaces(preview: ReplacePreview | undefined, ids: readonly number[]): number {
  const wanted = new Set(ids)
  return (preview?.ids ?? []).reduce(
    (sum, id, i) => (wanted.has(id) ? sum + preview!.zh[i]! + preview!.en[i]! : sum),
    0,
  )
}

function leftAmong(left: Left, ids: readonly number[]) {
  const wanted = new Set(ids)
  return [...left].flatMap((key) => {
    const [segmentId, side, place] = key.split('/')
    if (!wanted.has(Number(segmentId))) return []
    return [
      { segmentId: Number(segmentId), side: side === 'zh' ? ('zh' as const) : ('en' as const), place: Number(place) },
    ]
  })
}
