'use client'
/**
 * Writes down a discrepancy without leaving the row: type by its first letters, severity by one key, then the matching
 * words of the other side are selected in the text while the panel stays.
 */
import { X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Button, IconButton } from '@/app/_ui/button'
import { isInputMethods } from '@/app/_ui/composition'
import { cx } from '@/app/_ui/cx'
import { CONTROL } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import type { Side } from '@/lib/bitext/text'
import { type DiscrepancyType, SEVERITIES, type Severity } from '@/lib/discrepancy/rules'
import { raise } from '../actions'
import { LANG } from '../grid/text-cell'
import { useCell } from '../state/cell'
import { reloadRows } from '../state/load'
import type { MarkedWords } from '../state/marks'
import { goTo } from '../state/move'
import { dropWords } from '../state/raise'
import type { Raising } from '../state/screen'
import { WIDE } from '../state/settings'
import { useScreen } from '../state/use-screen'
import { TypeField } from './type-field'

export function RaisePanel() {
  const screen = useScreen()
  const raising = useCell(screen.raising)
  return raising && <Panel key={raising.segmentId} raising={raising} />
}

const HEIGHT = 470
const WIDTH = 400
const MARGIN = 8

/** Over the inspector where there is one, so that both texts stay in sight; else below the words, else above them. */
function placeBeside(anchor: DOMRect | null, inspector: boolean) {
  const { innerHeight, innerWidth } = window
  const lowest = innerHeight - HEIGHT - MARGIN
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
  const [type, setType] = useState<DiscrepancyType | null>(null)
  const [severity, setSeverity] = useState<Severity>('minor')
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const { run, running, failure } = useAction(raise, { refresh: false })
  const close = () => {
    screen.raising.set(null)
    const row = screen.outline.get()?.rowOf.get(raising.segmentId)
    if (row !== undefined) goTo(screen, row, { editing: false })
  }
  const submit = async () => {
    if (!type) return setMissing(true)
    const { segmentId, zh, en } = raising
    const done = await run({
      projectId: screen.projectId,
      segmentId,
      type,
      severity,
      zh: place(zh),
      en: place(en),
      note,
    })
    await reloadRows(screen, [segmentId])
    if (!done) return
    screen.tell(t('review.raised', { number: done.value.number }))
    screen.opened.set({ id: done.value.id, focus: false })
    close()
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
    if (row !== undefined) goTo(screen, row, { side: raising.en ? 'zh' : 'en', editing: true })
  }
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
      role="dialog"
      aria-modal="false"
      aria-labelledby={`${id}-title`}
      onKeyDown={onKeyDown}
      style={{ top: at.top, left: at.left, width: `min(${WIDTH}px, calc(100vw - 16px))` }}
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
      <Words side="zh" words={raising.zh} onSelect={selectOtherSide} />
      <Words side="en" words={raising.en} onSelect={selectOtherSide} />
      <TypeField type={type} onChange={setType} missing={missing && !type} />
      <SeverityField severity={severity} onChange={setSeverity} />
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
      <div className="mt-3 flex items-center justify-end gap-2">
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

function place(words: MarkedWords | null) {
  return words && { from: words.from, to: words.to, quote: words.quote }
}

function Words({ side, words, onSelect }: { side: Side; words: MarkedWords | null; onSelect: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const other = useCell(screen.raising)?.[side === 'zh' ? 'en' : 'zh']
  return (
    <div className="mb-1.5 flex items-start gap-2">
      <span className="w-16 shrink-0 pt-0.5 text-ink-soft">{t(`common.${side}`)}</span>
      {words ? (
        <>
          <blockquote
            lang={LANG[side]}
            className="document-text max-h-20 min-w-0 flex-1 overflow-y-auto rounded-sm bg-sunken px-2 py-0.5"
          >
            {words.quote}
          </blockquote>
          {other && (
            <IconButton
              size="small"
              label={t('review.words-drop', { side: t(`common.${side}`) })}
              onClick={() => dropWords(screen, side)}
            >
              <X aria-hidden />
            </IconButton>
          )}
        </>
      ) : (
        <p className="min-w-0 flex-1 rounded-sm border border-line-strong border-dashed px-2 py-1 text-ink-soft">
          {t('review.words-select', { side: t(`common.${side}`) })}{' '}
          <button type="button" className="link" onClick={onSelect}>
            {t('review.words-by-keyboard')}
          </button>
        </p>
      )}
    </div>
  )
}

const LETTERS: Record<string, Severity> = { n: 'neutral', m: 'minor', j: 'major', c: 'critical' }

/** 0–3 or the letters n, m, j, c choose; arrow keys too, as in any group of radio buttons. */
function SeverityField({ severity, onChange }: { severity: Severity; onChange: (severity: Severity) => void }) {
  const t = useTexts()
  const name = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (isInputMethods(event) || event.ctrlKey || event.metaKey || event.altKey) return
    const wanted = SEVERITIES[Number(event.key)] ?? LETTERS[event.key.toLowerCase()]
    if (!wanted) return
    event.preventDefault()
    onChange(wanted)
    event.currentTarget.querySelector<HTMLInputElement>(`input[value="${wanted}"]`)?.focus()
  }
  return (
    <fieldset className="mt-3" onKeyDown={onKeyDown}>
      <legend className="font-medium">{t('discrepancy.severity')}</legend>
      <div className="mt-1 grid grid-cols-2 gap-1 sm:grid-cols-4">
        {SEVERITIES.map((one, i) => (
          <label
            key={one}
            className="flex cursor-pointer items-center gap-1.5 rounded-md border border-line-strong px-2 py-1 has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              value={one}
              checked={severity === one}
              onChange={() => onChange(one)}
              data-severity
              className="sr-only"
            />
            <span className="min-w-0 truncate">{t(`discrepancy.severity.${one}`)}</span>
            <kbd className="ml-auto text-ink-faint text-xs">{i}</kbd>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
