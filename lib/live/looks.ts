/**
 * Looks into the log of changes, once for all documents that are open in this process.
 *
 * A look may find transactions still running; it is repeated at growing pauses until they are done, since the one that rang
 * may have rung for them as well. Should a bell be lost (a transaction that rang for others and then failed), the next look
 * on the clock finds what it was for. After a lost connection the next look goes on from the last one.
 */
import { changesByDocument, type LoggedChange, type Query, readChanges, readCursor, readRunning } from './change-log'
import { NotConnected } from './listener'
import type { Cursor } from './message'

export type LooksOptions = {
  query: Query
  /** Those that are open here; while there are none, nothing is looked at. */
  documents: ReadonlyMap<string, unknown>
  /** Null where the connection is away. */
  attempt<T>(act: () => Promise<T>): Promise<T | null>
  tellReload(documentId: string, cursor: Cursor): void
  tellChange(change: LoggedChange, cursor: Cursor): Promise<void>
}

export type Looks = {
  /** The bell has been rung: look now, or right after the look that is under way. */
  look(): void
  /** Another look on the clock. */
  lookOn(): void
  /** Waits for the first look, before which nothing that is committed would be told. */
  begin(): Promise<void>
  /** Up to where everyone here has been told. */
  told(): Cursor | null
  end(): Promise<void>
}

const LOOK_AGAIN_MS = { first: 15, most: 1_000 }

export function openLooks({ query, documents, attempt, tellReload, tellChange }: LooksOptions): Looks {
  /** Up to where the log has been looked at. */
  let cursor: Cursor | null = null
  let told: Cursor | null = null
  let looking: Promise<unknown> | null = null
  let lookAgain = false
  let again: NodeJS.Timeout | null = null
  let pause = LOOK_AGAIN_MS.first
  let unfinished: string[] = []

  function look(): void {
    pause = LOOK_AGAIN_MS.first
    unfinished = ['*']
    lookOn()
  }

  function lookOn(): void {
    if (looking) {
      lookAgain = true
      return
    }
    lookAgain = false
    looking = attempt(lookOnce).finally(() => {
      looking = null
      if (lookAgain) lookOn()
    })
  }

  /**
   * Whoever comes first is caught up only once the looks have begun: what was committed between the end of the one and the
   * beginning of the other would be told by neither.
   */
  async function begin(): Promise<void> {
    if (cursor === null) lookOn()
    while (cursor === null && looking) await looking
    if (cursor === null) throw new NotConnected()
  }

  async function lookOnce(): Promise<void> {
    stopWaiting()
    if (documents.size === 0) {
      cursor = null
      told = null
      return
    }
    const running = new Set(await readRunning(query))
    const from = cursor ?? (await readCursor(query))
    const { cursor: now, whole, changes } = await readChanges(query, from, [...documents.keys()])
    cursor = now
    if (!whole) for (const documentId of documents.keys()) tellReload(documentId, now)
    else for (const change of changesByDocument(changes).values()) await tellChange(change, now)
    told = now
    unfinished = unfinished.includes('*') ? [...running] : unfinished.filter((id) => running.has(id))
    if (unfinished.length === 0) return
    again = setTimeout(lookOn, pause)
    pause = Math.min(pause * 2, LOOK_AGAIN_MS.most)
  }

  function stopWaiting(): void {
    if (again) clearTimeout(again)
    again = null
  }

  return {
    look,
    lookOn,
    begin,
    told: () => told,
    async end() {
      stopWaiting()
      await looking
      stopWaiting()
    },
  }
}
