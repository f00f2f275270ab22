'use client'
/** One act with its keys; pressing them lets a person press others, and says at once why these cannot be had. */
import { RotateCcw } from 'lucide-react'
import { type FocusEvent, useEffect, useRef, useState } from 'react'
import { Button, IconButton } from '@/app/_ui/button'
import { isInputMethods } from '@/app/_ui/composition'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { isChanged, type Judged, judge, type KeyLine, type KeySection, keysOfLine } from '../state/key-books'
import { combinationPressed, signsOf } from '../state/keymap'
import { Keys } from './keys'

type KeyEntryProps = {
  line: KeyLine
  sections: readonly KeySection[]
  /** Waits for new keys. */
  asked: boolean
  running: boolean
  onAsk: (on: boolean) => void
  onPut: (changes: { line: KeyLine; keys: string }[]) => void
}

export function KeyEntry({ line, sections, asked, running, onAsk, onPut }: KeyEntryProps) {
  const t = useTexts()
  const name = t(line.name)
  const now = signsOf(keysOfLine(line))
  const button = useRef<HTMLButtonElement>(null)
  const here = useRef(false)
  // What was pressed goes with its work; the next key is meant for the same act.
  useEffect(() => {
    const lost = document.activeElement === document.body || document.activeElement?.matches('[role="dialog"]')
    if (here.current && lost) button.current?.focus()
  })
  return (
    <li
      className="border-line border-t py-0.5"
      onFocus={() => {
        here.current = true
      }}
      onBlur={({ currentTarget, relatedTarget }: FocusEvent) => {
        if (relatedTarget?.matches('[role="dialog"]')) return
        here.current = currentTarget.contains(relatedTarget)
      }}
    >
      <span className="flex items-center justify-between gap-2">
        <span className="min-w-0">{name}</span>
        <span className="flex shrink-0 items-center gap-0.5">
          {isChanged(line) && (
            <IconButton
              size="small"
              label={t('read.keys-reset', { name, keys: signsOf(line.standard).join(' ') })}
              disabled={running}
              onClick={() => onPut([{ line, keys: line.standard }])}
            >
              <RotateCcw aria-hidden className="!size-3.5" />
            </IconButton>
          )}
          <button
            ref={button}
            type="button"
            aria-expanded={asked}
            aria-label={t('read.keys-change', { name, keys: now.join(' ') || t('read.keys-none') })}
            onClick={() => onAsk(!asked)}
            className="flex min-h-7 min-w-7 items-center gap-1 rounded-sm px-1 hover:bg-hover"
          >
            {now.length > 0 ? (
              <Keys keys={now} />
            ) : (
              <span className="text-ink-faint text-sm">{t('read.keys-none')}</span>
            )}
          </button>
        </span>
      </span>
      {asked && <Listening line={line} sections={sections} onAsk={onAsk} onPut={onPut} />}
    </li>
  )
}

function Listening({ line, sections, onAsk, onPut }: Pick<KeyEntryProps, 'line' | 'sections' | 'onAsk' | 'onPut'>) {
  const t = useTexts()
  const field = useRef<HTMLButtonElement>(null)
  const [tried, setTried] = useState<{ keys: string; judged: Judged } | null>(null)
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    const element = field.current
    if (!element) return
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (document.activeElement !== element || isInputMethods(event)) return
      const bare = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey
      if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (bare && event.key === 'Escape') return onAsk(false)
      if (bare && event.key === 'Delete') return onPut([{ line, keys: '' }])
      const keys = combinationPressed(event)
      if (!keys) return
      const judged = judge(line, keys, sections)
      if (judged.can) onPut([{ line, keys }])
      else setTried({ keys, judged })
    }
    // Before the dialog, which Escape would close.
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [line, sections, onAsk, onPut])
  const judged = tried?.judged
  const taken = judged && !judged.can && judged.why === 'taken' ? judged.by : null
  return (
    <div className="mb-1.5 rounded-md bg-sunken px-2.5 py-2 text-sm">
      <button
        ref={field}
        type="button"
        className="w-full rounded-sm border border-line-strong border-dashed bg-raised px-2 py-1 text-left"
      >
        {t('read.keys-press')}
      </button>
      <div aria-live="polite">
        {tried && judged && !judged.can && (
          <p className="mt-1.5 font-medium text-warn">
            {signsOf(tried.keys).join(' ')}:{' '}
            {taken
              ? t('read.keys-taken', { name: t(taken.name) })
              : judged.why !== 'taken' && t(`read.keys-${judged.why}`)}
          </p>
        )}
      </div>
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        {tried && taken && (
          <Button
            size="small"
            onClick={() =>
              onPut([
                { line: taken, keys: '' },
                { line, keys: tried.keys },
              ])
            }
          >
            {t('read.keys-take')}
          </Button>
        )}
        <Button size="small" look="quiet" onClick={() => onAsk(false)}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  )
}
