'use client'
/**
 * Writes down a discrepancy without leaving the row: the type by a letter or two, the severity by a digit, and it is
 * raised; the message that says so takes it back. The matching words of the other side are selected in the text while the
 * panel stays; who writes a note besides ends it with Ctrl+Enter.
 */
import { X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { Button, IconButton } from '@/app/_ui/button'
import { isInputMethods } from '@/app/_ui/composition'
import { cx } from '@/app/_ui/cx'
import { CONTROL } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import type { DiscrepancyType, Severity } from '@/lib/discrepancy/rules'
import { raise, withdrawRaised } from '../actions'
import { attempt } from '../state/attempt'
import { useCell } from '../state/cell'
import { reloadRows } from '../state/load'
import type { MarkedWords } from '../state/marks'
import { goTo } from '../state/move'
import { likelyPlace } from '../state/raise'
import type { Raising, Screen } from '../state/screen'
import { WIDE } from '../state/settings'
import { useScreen } from '../state/use-screen'
import { watchWordMarks } from '../state/word-marks'
import { RaiseWords } from './raise-words'
import { SeverityField } from './severity-field'
import { TypeField } from './type-field'

export function RaisePanel() {
  const screen = useScreen()
  const raising = useCell(screen.raising)
  return raising && <Panel key={raising.segmentId} raising={raising} />
}

const HEIGHT = 600
const WIDTH = 400
const MARGIN = 8
/** What is told of the note before stands below, and must not cover the buttons. */
const TOLD = 72

/** Over the inspector where there is one, so that both texts stay in sight; else below the words, else above them. */
function placeBeside(anchor: DOMRect | null, inspector: boolean) {
  const { innerHeight, innerWidth } = window
  const lowest = innerHeight - HEIGHT - TOLD
  const top = anchor?.top ?? 80
  if (inspector && innerWidth >= WIDE) {
    return { top: Math.max(MARGIN, Math.min(top - 40, lowest)), left: innerWidth - WIDTH - MARGIN }
  }
  const below = (anchor?.bottom ?? 80) + 10
  const above = top - HEIGHT - 10
  return {
    top: Math.max(MARGIN, below <= lowest ? below : above >= MARGIN ? above : lowest),
    left: Math.max(MARGIN, Math.min(anchor?.left ?? 80, innerWidth - WIDTH - MARGIN)),
  }
}

function Panel({ raising }: { raising: Raising }) {
  const t = useTexts()
  const screen = useScreen()
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const [at] = useState(() => placeBeside(raising.anchor, screen.settings.get().inspector))
  const lifted = useLifted(panel, at.top)
  const [type, setType] = useState<DiscrepancyType | null>(null)
  const [severity, setSeverity] = useState<Severity>('minor')
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const { run, running, failure } = useAction(raise, { refresh: false })
  const close = () => {
    screen.raising.set(null)
    const row = screen.outline.get()?.rowOf.get(raising.segmentId)
    if (row === undefined) return
    // Enter goes on behind the words that were marked: the next ones are rarely before them.
    goTo(screen, row, { side: raising.began, editing: false, caret: raising[raising.began]?.to ?? null })
  }
  const submit = async (grave = severity) => {
    if (!type) return setMissing(true)
    const { segmentId, zh, en } = raising
    const done = await run({
      projectId: screen.projectId,
      segmentId,
      type,
      severity: grave,
      zh: place(zh),
      en: place(en),
      note,
    })
    if (!done) return reloadRows(screen, [segmentId])
    // At once, so that what is typed next is not meant for this note any more; unless the person has gone on to another.
    if (panel.current) close()
    const { id: noteId, number } = done.value
    screen.tell(t('review.raised', { number }), {
      action: { label: t('review.raise-undo'), run: () => void takeBack(screen, segmentId, noteId, number) },
    })
    await reloadRows(screen, [segmentId])
    screen.opened.set({ id: noteId, focus: false })
  }
  const chooseSeverity = (chosen: Severity, byDigit: boolean) => {
    setSeverity(chosen)
    // A note that is being written has its own end.
    if (byDigit && note.trim() === '') void submit(chosen)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isInputMethods(event)) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
    else if (event.key === 'F6') selectOtherSide()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  /** Leads into the text whose words are still missing; F6 there leads back. */
  const selectOtherSide = () => {
    const row = screen.outline.get()?.rowOf.get(raising.segmentId)
    const side = raising.en ? 'zh' : 'en'
    const caret = likelyPlace(screen, raising, side)
    if (row !== undefined) goTo(screen, row, { side, editing: true, caret })
  }
  useEffect(() => {
    const row = document.querySelector(`[data-segment="${raising.segmentId}"]`)?.closest('[data-row]')
    return row ? watchWordMarks('raising', row, [{ zh: raising.zh, en: raising.en }]) : undefined
  }, [raising])
  useEffect(() => {
    const back = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F6' || isInputMethods(event) || panel.current?.contains(event.target as Node)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      panel.current?.querySelector<HTMLElement>('[data-first]')?.focus()
    }
    document.addEventListener('keydown', back, true)
    return () => document.removeEventListener('keydown', back, true)
  }, [])
  return (
    <div
      ref={panel}
      data-raise-panel
      role="dialog"
      aria-modal="false"
      aria-labelledby={`${id}-title`}
      onKeyDown={onKeyDown}
      style={{ top: at.top - lifted, left: at.left, width: `min(${WIDTH}px, calc(100vw - 16px))` }}
      className="fixed z-40 max-h-[calc(100dvh-16px)] overflow-y-auto rounded-lg border border-line-strong bg-raised p-4 text-sm shadow-raised"
    >
      <div className="mb-2 flex items-center justify-between">
        <h2 id={`${id}-title`} className="text-base">
          {t('review.raise-title')}
        </h2>
        <IconButton size="small" label={t('common.close')} onClick={close} className="-mr-1.5">
          <X aria-hidden />
        </IconButton>
      </div>
      <RaiseWords side="zh" words={raising.zh} onSelect={selectOtherSide} />
      <RaiseWords side="en" words={raising.en} onSelect={selectOtherSide} />
      <TypeField type={type} onChange={setType} missing={missing && !type} />
      <SeverityField severity={severity} onChange={chooseSeverity} onSave={() => void submit()} />
      <label className="mt-3 block font-medium" htmlFor={`${id}-note`}>
        {t('discrepancy.note')}
      </label>
      <textarea
        id={`${id}-note`}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        className={cx(CONTROL, 'mt-1 min-h-14 py-1.5 text-sm')}
      />
      {failure && (
        <Note tone="danger" className="mt-2">
          {failure.message}
        </Note>
      )}
      <div className="mt-3 flex flex-wrap items-center justify-end gap-2">
        <p className="min-w-0 flex-1 text-ink-faint text-xs">{t('review.raise-hint')}</p>
        <Button size="small" look="quiet" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button size="small" look="primary" disabled={running} onClick={() => void submit()} title="Ctrl Enter">
          {t('review.raise-save')}
        </Button>
      </div>
    </div>
  )
}

/** By how much the panel must stand higher, so that its buttons are in sight however much it says. Folding its list does not move it again. */
function useLifted(panel: RefObject<HTMLElement | null>, top: number): number {
  const [lifted, setLifted] = useState(0)
  useLayoutEffect(() => {
    const element = panel.current
    if (!element) return
    const lift = () => {
      const over = top + element.offsetHeight + MARGIN - window.innerHeight
      setLifted((now) => Math.max(now, Math.min(over, top - MARGIN)))
    }
    lift()
    const observer = new ResizeObserver(lift)
    observer.observe(element)
    return () => observer.disconnect()
  }, [panel, top])
  return lifted
}

/** Takes back a note that was raised by a slip of the keyboard. */
async function takeBack(screen: Screen, segmentId: number, discrepancyId: string, number: number) {
  const done = await attempt(screen, () =>
    withdrawRaised({ projectId: screen.projectId, discrepancyId, seenVersion: 1 }),
  )
  await reloadRows(screen, [segmentId])
  if (done) screen.tell(screen.t('review.raise-undone', { number }))
}

function place(words: MarkedWords | null) {
  return words && { from: words.from, to: words.to, quote: words.quote }
}
