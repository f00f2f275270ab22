/** Read mode: how a person likes the page, where its paragraphs are, and which of them holds a row. */
import type { BlockKind } from '@/lib/bitext/intake/block'
import type { Reading } from '@/lib/reading/queries'
import { kindAt, LAYOUTS, type Layout } from '@/lib/reading/rules'
import { type Cell, cell } from './cell'
import type { Screen } from './screen'

export type Page = {
  layout: Layout
  /** Segments in the order they are read. */
  ids: readonly number[]
  /** Where each block begins in `ids`; one more entry says where the last ends. */
  starts: Int32Array
  kinds: string
  labels: ReadonlySet<number>
  lines: readonly number[]
  /** The block that holds a segment. */
  blockOf: ReadonlyMap<number, number>
}

export function openPage(layout: Layout, { ids, sizes, kinds, labels, lines }: Reading): Page {
  const starts = new Int32Array(sizes.length + 1)
  const blockOf = new Map<number, number>()
  let at = 0
  sizes.forEach((size, block) => {
    starts[block] = at
    for (const id of ids.slice(at, at + size)) blockOf.set(id, block)
    at += size
  })
  starts[sizes.length] = at
  return { layout, ids, starts, kinds, labels: new Set(labels), lines, blockOf }
}

export function idsIn(page: Page, block: number): readonly number[] {
  return page.ids.slice(page.starts[block], page.starts[block + 1])
}

export function kindOf(page: Page, block: number): BlockKind {
  return kindAt(page.kinds, block)
}

type Liking = { layout: Layout; marks: boolean }

const KEY = 'read-settings'

const liked: Cell<Liking> = cell<Liking>({ layout: 'side', marks: true })

/** How this person reads: kept in their browser, the same for every document. */
export function liking(): Cell<Liking> {
  return liked
}

export function readLiking(): void {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return
    const { layout, marks } = kept as Record<string, unknown>
    liked.set({ layout: LAYOUTS.find((one) => one === layout) ?? 'side', marks: marks !== false })
  } catch {
    // What cannot be read is as if it had never been kept.
  }
}

export function changeLiking(change: Partial<Liking>): void {
  liked.set({ ...liked.get(), ...change })
  try {
    localStorage.setItem(KEY, JSON.stringify(liked.get()))
  } catch {
    // Without storage it holds until the page is left.
  }
}

export async function fetchPage(screen: Screen, layout: Layout): Promise<Page | null> {
  const response = await fetch(`${screen.api}/reading?layout=${layout}`).catch(() => null)
  const body: unknown = response?.ok ? await response.json().catch(() => null) : null
  if (!body) screen.trouble.set(screen.t(response ? 'problems.unexpected' : 'problems.offline'))
  return body ? openPage(layout, body as Reading) : null
}
