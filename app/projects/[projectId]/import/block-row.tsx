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
        'group grid gap-x-3 gap-y-1 border-l-2 py-1.5 pl-3 outline-none focus:bg-accent-soft sm:grid-cols-[7.5rem_minmax(0,1fr)]',
        turn === undefined ? 'border-transparent' : 'border-line-strong',
        opens && 'mt-3',
        isProtected(kind) && 'bg-sunken',
      )}
    >
      <div className="flex min-w-0 items-center gap-2 sm:flex-col sm:items-stretch sm:gap-0.5">
        {kind === 'dropped' ? (
          <Badge tone="warn" className="h-7 justify-center">
            {t('import.leftOut')}
          </Badge>
        ) : (
          <KindSelect line={line} kind={kind} onChange={(next) => onKind(index, next)} />
        )}
        <div className="flex items-center gap-1 text-ink-faint text-xs">
          <span className="flex-1 tabular-nums">{t('import.line', { line })}</span>
          {changed && (
            <IconButton
              size="small"
              label={t('import.undoLine', { line })}
              className="text-accent"
              onClick={() => onKind(index, was)}
            >
              <Undo2 aria-hidden />
            </IconButton>
          )}
          {kind !== 'dropped' && was !== 'dropped' && (
            <IconButton
              size="small"
              label={t('import.leaveOutLine', { line })}
              onClick={() => onKind(index, 'dropped')}
            >
              <EyeOff aria-hidden />
            </IconButton>
          )}
        </div>
      </div>
      <div className="min-w-0">
        {opens && !label && <TurnName stretch={stretch} side={side} />}
        {changed && <ChangeMark kind={kind} was={was} />}
        <p
          lang={side === 'zh' ? 'zh-CN' : 'en'}
          className={cx(
            'document-text whitespace-pre-line break-words',
            label && 'font-semibold',
            kind === 'headline' && 'font-semibold text-lg',
            kind === 'heading' && 'font-semibold',
            kind === 'dropped' && 'text-ink-faint line-through',
            !whole && 'line-clamp-3',
          )}
        >
          <Marked text={stretch.text} words={clause} />
          {stretch.more > 0 && <span className="text-ink-faint"> {t('import.moreText', { count: stretch.more })}</span>}
        </p>
      </div>
    </li>
  )
})

function KindSelect({ line, kind, onChange }: { line: number; kind: BlockKind; onChange: (kind: BlockKind) => void }) {
  const t = useTexts()
  return (
    <select
      aria-label={t('import.kindOf', { line })}
      value={kind}
      onChange={(event) => onChange(event.target.value as BlockKind)}
      className="h-7 w-full min-w-0 max-w-40 rounded-sm border border-line bg-surface px-1 text-sm hover:border-line-strong"
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

function ChangeMark({ kind, was }: { kind: Kind; was: Kind }) {
  const t = useTexts()
  const said = kind === 'dropped' ? 'leftOutByYou' : was === 'dropped' ? 'restored' : 'changed'
  return <Badge tone="accent">{t(`import.${said}`)}</Badge>
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
