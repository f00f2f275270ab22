'use client'
/** One block: what it is, whose turn it belongs to, and its text. */
import { EyeOff, Undo2 } from 'lucide-react'
import { memo } from 'react'
import { Badge } from '@/app/_ui/badge'
import { IconButton } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { BLOCK_KINDS, type BlockKind } from '@/lib/bitext/intake/block'
import type { Side } from '@/lib/bitext/text'
import { isProtected, type Kind, type Stretch } from './corrections'

type BlockRowProps = {
  id: string
  side: Side
  stretch: Stretch
  index: number
  kind: Kind
  /** This block begins a turn. */
  opens: boolean
  whole: boolean
  /** The words of the governing clause in this block. */
  clause: string | undefined
  onKind: (index: number, kind: Kind) => void
}

export const BlockRow = memo(function BlockRow(props: BlockRowProps) {
  const { id, side, stretch, index, kind, opens, whole, clause, onKind } = props
  const t = useTexts()
  const { line, was, turn, label } = stretch
  const changed = kind !== was
  return (
    <li
      id={id}
      tabIndex={-1}
      className={cx(
        'grid grid-cols-[2.25rem_minmax(0,1fr)_auto] items-start gap-x-2 border-l-2 py-1.5 pl-1 outline-none focus:bg-accent-soft sm:grid-cols-[2.25rem_6.75rem_minmax(0,1fr)_auto] @3xl:grid-cols-[2.75rem_9rem_minmax(0,1fr)_auto]',
        turn === undefined ? 'border-transparent' : 'border-line-strong',
        opens && 'mt-3',
        isProtected(kind) && 'bg-sunken',
      )}
    >
      <span className="pt-1.5 text-right text-ink-faint text-xs tabular-nums" title={t('import.line', { line })}>
        {line}
      </span>
      {kind === 'dropped' ? (
        <Badge tone="warn" className="mt-1 w-fit">
          {t('import.leftOut')}
        </Badge>
      ) : (
        <KindSelect line={line} kind={kind} changed={changed} onChange={(next) => onKind(index, next)} />
      )}
      <div className="min-w-0 px-1 max-sm:order-last max-sm:col-span-3">
        {opens && !label && <TurnName stretch={stretch} side={side} />}
        <p
          lang={side === 'zh' ? 'zh-CN' : 'en'}
          className={cx(
            'document-text whitespace-pre-line break-words text-base',
            (label || kind === 'heading') && 'font-semibold',
            kind === 'headline' && 'font-semibold text-lg',
            kind === 'dropped' && 'text-ink-faint line-through',
            !whole && 'line-clamp-3',
          )}
        >
          <Marked text={stretch.text} words={clause} />
          {stretch.more > 0 && <span className="text-ink-faint"> {t('import.moreText', { count: stretch.more })}</span>}
        </p>
      </div>
      <RowActions line={line} changed={changed} droppable={!changed} onKind={(next) => onKind(index, next)} was={was} />
    </li>
  )
})

type RowActionsProps = {
  line: number
  was: Kind
  changed: boolean
  droppable: boolean
  onKind: (kind: Kind) => void
}

function RowActions({ line, was, changed, droppable, onKind }: RowActionsProps) {
  const t = useTexts()
  return (
    <div className="flex">
      {changed && (
        <IconButton
          size="small"
          label={t('import.undoLine', { line })}
          className="text-accent"
          onClick={() => onKind(was)}
        >
          <Undo2 aria-hidden />
        </IconButton>
      )}
      {droppable && (
        <IconButton size="small" label={t('import.leaveOutLine', { line })} onClick={() => onKind('dropped')}>
          <EyeOff aria-hidden />
        </IconButton>
      )}
    </div>
  )
}

type KindSelectProps = { line: number; kind: BlockKind; changed: boolean; onChange: (kind: BlockKind) => void }

function KindSelect({ line, kind, changed, onChange }: KindSelectProps) {
  const t = useTexts()
  return (
    <select
      aria-label={t('import.kindOf', { line })}
      value={kind}
      onChange={(event) => onChange(event.target.value as BlockKind)}
      className={cx(
        'h-7 w-full min-w-0 max-w-40 text-ellipsis rounded-sm border bg-surface px-1 text-sm hover:border-line-strong',
        changed ? 'border-accent font-medium text-accent' : 'border-line',
      )}
    >
      {BLOCK_KINDS.map((option) => (
        <option key={option} value={option}>
          {t(`import.kind.${option}`)}
        </option>
      ))}
    </select>
  )
}

function TurnName({ stretch: { speaker, outlet }, side }: { stretch: Stretch; side: Side }) {
  const t = useTexts()
  const name = speaker ?? outlet
  if (!name) return <p className="text-ink-faint text-sm italic">{t('import.turnUnnamed')}</p>
  return (
    <p lang={side === 'zh' ? 'zh-CN' : 'en'} className="font-medium text-ink-soft text-sm">
      {name}
    </p>
  )
}

function Marked({ text, words }: { text: string; words: string | undefined }) {
  if (!words) return text
  const at = text.indexOf(words)
  return (
    <>
      {text.slice(0, at)}
      <mark className="rounded-sm bg-accent-soft px-0.5 text-inherit underline decoration-2 decoration-accent underline-offset-4">
        {words}
      </mark>
      {text.slice(at + words.length)}
    </>
  )
}
