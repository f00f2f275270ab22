'use client'
/** Which notes of the list are chosen: some of this page, or all that the filter shows. */
import { createContext, type MouseEvent, type ReactNode, useContext, useMemo, useRef, useState } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'

type Selection = {
  /** The notes of this page, in their order. */
  page: readonly string[]
  chosen: ReadonlySet<string>
  /** Also those on other pages. */
  all: boolean
  set: (chosen: ReadonlySet<string>, all?: boolean) => void
  /** With `through`, everything from the note chosen before. */
  toggle: (id: string, through: boolean) => void
}

const SelectionContext = createContext<Selection | null>(null)

export function useSelection(): Selection {
  const selection = useContext(SelectionContext)
  if (!selection) throw new Error('useSelection stands inside SelectionProvider')
  return selection
}

/** Another filter or page is another list: the key of the provider says which one this is. */
export function SelectionProvider({ page, children }: { page: readonly string[]; children: ReactNode }) {
  const [state, setState] = useState<{ chosen: ReadonlySet<string>; all: boolean }>({ chosen: new Set(), all: false })
  const last = useRef<string | null>(null)
  const value = useMemo<Selection>(() => {
    // What left the list with the last act is not chosen any more.
    const chosen = new Set(page.filter((id) => state.chosen.has(id)))
    return {
      page,
      chosen,
      all: state.all && chosen.size === page.length,
      set: (next, all = false) => setState({ chosen: next, all }),
      toggle(id, through) {
        const next = new Set(chosen)
        const on = !next.has(id)
        for (const one of through ? between(page, last.current ?? id, id) : [id]) {
          if (on) next.add(one)
          else next.delete(one)
        }
        last.current = id
        setState({ chosen: next, all: false })
      },
    }
  }, [page, state])
  return <SelectionContext value={value}>{children}</SelectionContext>
}

function between(page: readonly string[], one: string, other: string): readonly string[] {
  const ends = [page.indexOf(one), page.indexOf(other)].sort((a, b) => a - b) as [number, number]
  return ends[0] < 0 ? [other] : page.slice(ends[0], ends[1] + 1)
}

/** Chooses one note; with Shift, everything from the one chosen before. */
export function SelectBox({ id, number }: { id: string; number: number }) {
  const t = useTexts()
  const { chosen, toggle } = useSelection()
  return (
    <input
      type="checkbox"
      aria-label={t('ledger.choose', { number })}
      checked={chosen.has(id)}
      onChange={() => {}}
      onClick={(event: MouseEvent) => toggle(id, event.shiftKey)}
      className="m-0.5 size-5 shrink-0 accent-accent-solid"
    />
  )
}

export function SelectPage() {
  const t = useTexts()
  const { page, chosen, set } = useSelection()
  const some = chosen.size > 0 && chosen.size < page.length
  return (
    <label className="flex h-9 items-center gap-2">
      <input
        type="checkbox"
        ref={(box) => {
          if (box) box.indeterminate = some
        }}
        checked={chosen.size > 0 && !some}
        onChange={() => set(new Set(chosen.size === page.length ? [] : page))}
        className="size-4 shrink-0 accent-accent-solid"
      />
      {t('ledger.choosePage')}
    </label>
  )
}
