'use client'
/** Every act by its name; a row by its number, a section or another document by its title. */
import { ArrowUpRight, Bookmark, CircleDot, CornerDownRight, FileText, GitCompareArrows, Hash } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { isInputMethods } from '@/app/_ui/composition'
import { cx } from '@/app/_ui/cx'
import { Dialog } from '@/app/_ui/dialog'
import { Input } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useCell } from '../state/cell'
import { type DocumentName, offersFor } from '../state/palette'
import type { Offer } from '../state/palette-offer'
import { fetchPinyin } from '../state/pinyin'
import type { Choice } from '../state/screen'
import { useScreen } from '../state/use-screen'
import { loadViews } from '../state/views'
import { Keys } from './keys'

const PICTURES = {
  row: Hash,
  section: CornerDownRight,
  document: FileText,
  page: ArrowUpRight,
  status: CircleDot,
  base: GitCompareArrows,
  view: Bookmark,
} as const

const TITLES = {
  status: 'review.act-choose-status',
  base: 'review.act-choose-base',
  view: 'review.act-choose-view',
} as const

/** `only`: one kind of thing to choose from. */
export function Palette({ only, onClose }: { only?: Choice; onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const documents = useDocuments(screen.projectId)
  const pinyin = usePinyin()
  const views = useCell(screen.views)
  useEffect(() => void loadViews(screen), [screen])
  // biome-ignore lint/correctness/useExhaustiveDependencies: initials are found once the tables are here
  const offers = useMemo(
    () => offersFor(screen, typed, documents, only),
    [screen, typed, documents, only, pinyin, views],
  )
  const title = t(only ? TITLES[only] : 'review.act-palette')
  const taken = useRef<Offer>(undefined)
  const take = (offer: Offer | undefined) => {
    if (!offer) return
    // The dialog gives the focus back to the row first; the act then finds everything as it was.
    taken.current = offer
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isInputMethods(event)) return
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % Math.max(1, offers.length))
    else if (event.key === 'ArrowUp') setChosen((chosen - 1 + offers.length) % Math.max(1, offers.length))
    else if (event.key === 'Enter') take(offers[chosen])
    else return
    event.preventDefault()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      onGone={() => taken.current?.run()}
      title={title}
      width="medium"
    >
      <Input
        role="combobox"
        aria-label={only ? title : t('review.palette-find')}
        aria-expanded
        aria-autocomplete="list"
        aria-controls={id}
        aria-activedescendant={offers[chosen] ? `${id}-${offers[chosen].id}` : undefined}
        placeholder={only ? undefined : t('read.palette-hint')}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={id} role="listbox" aria-label={title} className="mt-2 max-h-[50dvh] overflow-y-auto">
        {offers.map((offer, i) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the chosen option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
          <div
            key={offer.id}
            id={`${id}-${offer.id}`}
            role="option"
            aria-selected={i === chosen}
            ref={(element) => {
              if (i === chosen) element?.scrollIntoView({ block: 'nearest' })
            }}
            onClick={() => take(offer)}
            className={cx(
              'flex cursor-pointer items-center justify-between gap-4 rounded-sm px-2.5 py-1.5',
              i === chosen ? 'bg-hover' : 'hover:bg-hover',
            )}
          >
            <OfferName offer={offer} />
          </div>
        ))}
        {offers.length === 0 && (
          <p className="px-2.5 py-2 text-ink-soft">{t(only ? 'review.palette-nothing' : 'review.palette-none')}</p>
        )}
      </div>
    </Dialog>
  )
}

function OfferName({ offer }: { offer: Offer }) {
  const Picture = offer.kind === 'act' ? null : PICTURES[offer.kind]
  return (
    <>
      <span className="flex min-w-0 items-center gap-2">
        {Picture && <Picture aria-hidden className="size-4 shrink-0 text-ink-faint" />}
        <span className="truncate">{offer.name}</span>
      </span>
      <span className="flex shrink-0 gap-1 text-ink-faint text-xs">
        {offer.kind === 'act' ? <Keys keys={offer.keys} /> : offer.hint}
      </span>
    </>
  )
}

function usePinyin(): boolean {
  const [here, setHere] = useState(false)
  useEffect(() => {
    let current = true
    void fetchPinyin().then((came) => current && setHere(came))
    return () => {
      current = false
    }
  }, [])
  return here
}

/** The other documents of the project; without them the palette is a little poorer and nothing else. */
function useDocuments(projectId: string): readonly DocumentName[] {
  const [documents, setDocuments] = useState<readonly DocumentName[]>([])
  useEffect(() => {
    let current = true
    void fetch(`/api/projects/${projectId}/documents/names`)
      .then((response) => (response.ok ? response.json() : []))
      .then((names: DocumentName[]) => current && setDocuments(names))
      .catch(() => null)
    return () => {
      current = false
    }
  }, [projectId])
  return documents
}
