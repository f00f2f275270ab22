'use client'
/** Everything that happened to the present row, newest first: who, when, what became of which words; any text can come back. */
import { ArrowRight, Undo2 } from 'lucide-react'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { Badge } from '@/app/_ui/badge'
import { Button } from '@/app/_ui/button'
import { Select } from '@/app/_ui/field'
import { Name } from '@/app/_ui/name'
import { ROLE_NAMES } from '@/app/_ui/texts/names'
import { useLocale, useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { sayName } from '@/lib/auth/former-member'
import { SIDES, type Side } from '@/lib/bitext/text'
import type { SegmentRow } from '@/lib/segment/queries'
import { restore } from '../actions'
import { LANG } from '../grid/lang'
import { TrackedText } from '../grid/marked-text'
import { StatusMark } from '../grid/status-mark'
import { statusText } from '../state/acts'
import { askMeaning } from '../state/ask-meaning'
import { attempt } from '../state/attempt'
import { useCellAt } from '../state/cell'
import type { Correction } from '../state/drafts'
import {
  fitting,
  type Hand,
  type HistoryChoice,
  type HistoryEntry,
  inOrder,
  kindText,
  peopleOf,
} from '../state/history'
import { loadHistory } from '../state/past'
import { lockOf, mayCorrect } from '../state/rights'
import { sideKey } from '../state/screen'
import { refreshChanges } from '../state/tracking'
import { useScreen } from '../state/use-screen'

type Of<Kind extends HistoryEntry['is']> = Extract<HistoryEntry, { is: Kind }>
type Compare = 'step' | 'now'

export function HistoryTab({ segment }: { segment: SegmentRow }) {
  const t = useTexts()
  const screen = useScreen()
  const history = useCellAt(screen.histories, segment.id)
  const { members } = screen.review
  const [compare, setCompare] = useState<Compare>('step')
  const locale = useLocale()
  const [choice, setChoice] = useState<HistoryChoice>({ person: null, side: null })
  useEffect(() => {
    if (!history) void loadHistory(screen, segment.id)
  }, [screen, segment.id, history])
  if (!history) return <p className="text-ink-soft text-sm">{t('common.loading')}</p>
  const all = inOrder(history)
  if (all.length === 0) return <p className="text-ink-soft text-sm">{t('review.history-empty')}</p>
  const entries = fitting(all, choice)
  // Of two people with one name the role tells which is which.
  const named = (people: readonly Hand[]) =>
    people.map(({ id, name }): [string, string] => {
      const role = people.filter((one) => one.name === name).length > 1 && members.find((one) => one.id === id)?.role
      return [id, role ? `${name} (${t(ROLE_NAMES[role])})` : sayName(name, locale)]
    })
  return (
    <>
      <div className="mb-3 grid grid-cols-2 gap-2 text-sm">
        <Choice
          label={t('tracked.history-person')}
          value={choice.person ?? ''}
          options={[['', t('tracked.everyone')], ...named(peopleOf(all))]}
          onChange={(person) => setChoice({ ...choice, person: person || null })}
        />
        <Choice
          label={t('tracked.history-side')}
          value={choice.side ?? ''}
          options={[
            ['', t('tracked.both-sides')],
            ...SIDES.map((side): [string, string] => [side, t(`common.${side}`)]),
          ]}
          onChange={(side) => setChoice({ ...choice, side: SIDES.find((one) => one === side) ?? null })}
        />
        {history.revisions.length > 0 && (
          <Choice
            className="col-span-2"
            label={t('review.compare')}
            value={compare}
            options={[
              ['step', t('review.compare-step')],
              ['now', t('review.compare-now')],
            ]}
            onChange={(value) => setCompare(value === 'now' ? 'now' : 'step')}
          />
        )}
      </div>
      {entries.length === 0 && <p className="text-ink-soft text-sm">{t('tracked.nothing-here')}</p>}
      <ol className="flex flex-col gap-3 text-sm">
        {entries.map((entry) => (
          <Entry key={`${entry.is}${entry.id}`} entry={entry} segment={segment} compare={compare} />
        ))}
      </ol>
    </>
  )
}

type ChoiceProps = {
  label: string
  value: string
  options: [value: string, name: string][]
  onChange: (value: string) => void
  className?: string
}

function Choice({ label, value, options, onChange, className }: ChoiceProps) {
  const id = useId()
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-0.5 block text-ink-soft text-xs">
        {label}
      </label>
      <Select id={id} value={value} onChange={(event) => onChange(event.target.value)} className="h-8 text-sm">
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  )
}

type EntryProps = { entry: HistoryEntry; segment: SegmentRow; compare: Compare }

function Entry({ entry, segment, compare }: EntryProps) {
  const t = useTexts()
  if (entry.is === 'revision') return <RevisionEntry revision={entry} segment={segment} compare={compare} />
  if (entry.is === 'suggestion') return <SuggestionEntry suggestion={entry} />
  if (entry.is === 'transition') return <TransitionEntry transition={entry} />
  return (
    <li className="border-line border-l-2 border-dotted pl-3">
      <Head by={entry.by} at={entry.at}>
        <Badge>{t(`common.${entry.side}`)}</Badge>
      </Head>
      <p className="mt-0.5">{t(entry.undo ? 'tracked.took-acceptance-back' : 'tracked.accepted-changes')}</p>
    </li>
  )
}

function Head({ by, at, children }: { by: string; at: string; children?: ReactNode }) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-ink-soft">
      <span className="font-medium text-ink">
        <Name of={by} />
      </span>
      <Time at={at} />
      {children}
    </p>
  )
}

function RevisionEntry({
  revision,
  segment,
  compare,
}: {
  revision: Of<'revision'>
  segment: SegmentRow
  compare: Compare
}) {
  const t = useTexts()
  const { side, before, after, kind, author, segmentId } = revision
  const now = segment[side]
  // The history of a row that became part of this one is compared with itself: this row has other words beside them.
  const own = segmentId === segment.id
  return (
    <li className="border-line border-l-2 pl-3">
      <Head by={revision.by} at={revision.at}>
        <Badge>{t(`common.${side}`)}</Badge>
        <Badge tone={kind.startsWith('correction') ? 'accent' : 'plain'}>{t(kindText(kind))}</Badge>
        {author && author !== revision.by && <span>{t('tracked.words-of', { name: author })}</span>}
      </Head>
      <p lang={LANG[side]} className="document-text mt-1">
        {compare === 'step' || !own ? (
          <TrackedText base={before} text={after} side={side} />
        ) : (
          <TrackedText base={after} text={now} side={side} />
        )}
      </p>
      <div className="mt-1 flex flex-wrap gap-1">
        {before !== now && <RestoreButton revision={revision} state="before" segment={segment} side={side} />}
        {after !== now && <RestoreButton revision={revision} state="after" segment={segment} side={side} />}
      </div>
    </li>
  )
}

type RestoreProps = { revision: Of<'revision'>; state: 'before' | 'after'; segment: SegmentRow; side: Side }

function RestoreButton({ revision, state, segment, side }: RestoreProps) {
  const t = useTexts()
  const screen = useScreen()
  const [running, setRunning] = useState(false)
  const lock = lockOf(screen.review, segment, side)
  const corrects = lock === 'governs' && mayCorrect(screen.review, segment)
  if (lock && !corrects) return null
  const bringBack = async (correction?: Correction) => {
    setRunning(true)
    const seenVersion = segment[`${side}Version`]
    const input = { projectId: screen.projectId, revisionId: revision.id, state, seenVersion, correction }
    const done = await attempt(screen, () => restore(input))
    if (done) screen.tell(t('review.restored'))
    await refreshChanges(screen, segment.id)
    setRunning(false)
    return done !== null
  }
  const ask = () => {
    if (screen.drafts.get(sideKey(segment.id, side))) screen.tell(t('review.save-first'), { hint: true })
    else if (corrects) askMeaning(screen, { segmentId: segment.id, side, text: revision[state], run: bringBack })
    else void bringBack()
  }
  return (
    <Button size="small" look="quiet" disabled={running} onClick={ask}>
      <Undo2 aria-hidden />
      {t(`review.restore-${state}`)}
    </Button>
  )
}

function SuggestionEntry({ suggestion }: { suggestion: Of<'suggestion'> }) {
  const t = useTexts()
  const { by, at, side, base, text, note, state, reason, settledBy } = suggestion
  return (
    <li className="border-info border-l-2 pl-3">
      <Head by={by} at={at}>
        <Badge>{t(`common.${side}`)}</Badge>
        <Badge tone="info">{t('tracked.kind-suggestion')}</Badge>
      </Head>
      <p lang={LANG[side]} className="document-text mt-1">
        <TrackedText base={base} text={text} side={side} />
      </p>
      {note !== '' && <p className="mt-0.5 whitespace-pre-wrap">{note}</p>}
      <p className="mt-0.5 text-ink-soft">
        {state === 'rejected'
          ? t('tracked.suggestion-was-rejected', { name: settledBy ?? t('tracked.someone'), reason })
          : t(state === 'withdrawn' ? 'tracked.suggestion-was-withdrawn' : 'tracked.suggestion-open')}
      </p>
    </li>
  )
}

function TransitionEntry({ transition }: { transition: Of<'transition'> }) {
  const t = useTexts()
  const { from, to, demotion, verdict, reason, by, at } = transition
  return (
    <li className="border-line border-l-2 border-dotted pl-3">
      <Head by={by} at={at} />
      {from === to ? (
        <p className="mt-0.5">{t(verdict === 'changed' ? 'tracked.changed-against' : 'tracked.held-against')}</p>
      ) : (
        <p className="mt-0.5 flex flex-wrap items-center gap-1.5">
          <StatusMark status={from} />
          {t(statusText(from))}
          <ArrowRight aria-label={t('review.becomes')} className="size-3.5" />
          <StatusMark status={to} />
          {t(statusText(to))}
          {demotion && <span className="text-ink-faint">({t('review.demotion')})</span>}
        </p>
      )}
      {reason !== '' && <p className="mt-0.5 text-ink-soft">{t('review.override-said', { reason })}</p>}
    </li>
  )
}
