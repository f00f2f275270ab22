/**
 * Tells everyone who has a document open in this process what changes in it, whoever changed it in whatever process.
 *
 * One connection listens. When it hears the bell it looks into the log once, for all documents that are open here, and
 * hands each change to those who follow that document. A look may find transactions still running; it is repeated at
 * growing pauses until they are done, since the one that rang may have rung for them as well. Should a bell be lost (a
 * transaction that rang for others and then failed), the next look on the clock finds what it was for. After a lost
 * connection the next look goes on from the last one. No follower has a timer or a query of its own.
 */
import { randomUUID } from 'node:crypto'
import type { SegmentRow } from '../segment/queries'
import { type Holder, rolesNow } from './access'
import {
  changesByDocument,
  type LoggedChange,
  pruneLog,
  type Query,
  readChanges,
  readCursor,
  readRunning,
} from './change-log'
import { type Listener, NotConnected, openListener } from './listener'
import { type Change, type Cursor, type LiveMessage, MOST_ROWS_SENT } from './message'
import { enter, FRESHEN_MS, forgetTheGone, freshen, leave, listPeople } from './presence'

export type Follower = Holder & {
  tab: string
  memberId: string
  role: string
  /** Where it left off; null begins now. */
  after: Cursor | null
  tell(message: LiveMessage): void
}

export type HubOptions = {
  connectionString: string
  /** The rows as the screen shows them, which are the same for everyone who may see the document at all. */
  rowsOf(follower: Follower, ids: number[]): Promise<SegmentRow[]>
  /** Something went wrong that heals by itself. */
  onTrouble(error: unknown): void
}

export type Hub = {
  follow(follower: Follower): Promise<() => void>
  /** What one would have been told, for those who ask now and then instead of following. */
  catchUp(asked: Pick<Follower, 'documentId' | 'after'>): Promise<LiveMessage>
  query: Query
  size(): number
  close(): Promise<void>
}

const LOOK_AGAIN_MS = { first: 15, most: 1_000 }
const LOOK_ANYWAY_MS = 2_000
const BEAT_MS = 20_000
const CHECK_ACCESS_MS = 20_000
const TIDY_MS = 60_000

/** People move about more than anyone needs to know at once; the more there are, the less often all are told. */
const peoplePause = (people: number) => 150 + 5 * people

export function openHub({ connectionString, rowsOf, onTrouble }: HubOptions): Hub {
  const process = randomUUID()
  const documents = new Map<string, Set<Follower>>()
  /** Told while they were still catching up: what came in between waits its turn. */
  const waiting = new Map<Follower, LiveMessage[]>()
  /** Up to where the log has been looked at. */
  let cursor: Cursor | null = null
  /** Up to where everyone here has been told. */
  let told: Cursor | null = null

  const listener: Listener = openListener(
    connectionString,
    ['document_change', 'presence_change', 'access_change', 'taken_over'],
    {
      onConnected: () => {
        look()
        for (const documentId of documents.keys()) showPeople(documentId)
        void attempt(checkAccess)
      },
      onNotice: (channel, payload) => {
        if (channel === 'document_change') look()
        else if (channel === 'presence_change') showPeople(payload)
        else if (channel === 'access_change') void attempt(checkAccess)
        else tellTakenOver(payload)
      },
      onLost: onTrouble,
    },
  )
  const query: Query = listener.query

  /** Between two connections nothing can be asked; the next connection asks everything again. */
  async function attempt<T>(act: () => Promise<T>): Promise<T | null> {
    return await act().catch((error) => {
      if (!(error instanceof NotConnected)) onTrouble(error)
      return null
    })
  }

  function followers(): Follower[] {
    return [...documents.values()].flatMap((set) => [...set])
  }

  function tell(follower: Follower, message: LiveMessage): void {
    const held = waiting.get(follower)
    if (held) held.push(message)
    else follower.tell(message)
  }

  function tellAll(documentId: string, message: LiveMessage): void {
    for (const follower of documents.get(documentId) ?? []) tell(follower, message)
  }

  // ——— What changed ———

  let looking: Promise<unknown> | null = null
  let lookAgain = false
  let again: NodeJS.Timeout | null = null
  let pause = LOOK_AGAIN_MS.first
  let unfinished: string[] = []

  /** The bell has been rung: look now, or right after the look that is under way. */
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
  async function beginLooking(): Promise<void> {
    if (cursor === null) lookOn()
    while (cursor === null && looking) await looking
    if (cursor === null) throw new NotConnected()
  }

  async function lookOnce(): Promise<void> {
    if (again) clearTimeout(again)
    again = null
    if (documents.size === 0) {
      cursor = null
      told = null
      return
    }
    const running = new Set(await readRunning(query))
    const from = cursor ?? (await readCursor(query))
    const { cursor: now, whole, changes } = await readChanges(query, from, [...documents.keys()])
    cursor = now
    if (!whole) for (const documentId of documents.keys()) tellAll(documentId, { type: 'reload', cursor: now })
    else
      for (const change of changesByDocument(changes).values())
        tellAll(change.documentId, { type: 'change', cursor: now, ...(await filled(change)) })
    told = now
    unfinished = unfinished.includes('*') ? [...running] : unfinished.filter((id) => running.has(id))
    if (unfinished.length === 0) return
    again = setTimeout(lookOn, pause)
    pause = Math.min(pause * 2, LOOK_AGAIN_MS.most)
  }

  async function filled({ documentId, kinds, ids }: LoggedChange): Promise<Change> {
    const few = ids && ids.length <= MOST_ROWS_SENT ? ids : []
    const [follower] = documents.get(documentId) ?? []
    if (few.length === 0 || !follower) return { kinds, ids, by: {}, rows: [] }
    const rows = (await attempt(() => rowsOf(follower, few))) ?? []
    const by = kinds.includes('text') ? ((await attempt(() => lastEditors(query, few))) ?? {}) : {}
    return { kinds, ids, by, rows }
  }

  // ——— Who is here ———

  const people = new Map<string, string>()
  const peopleDue = new Map<string, NodeJS.Timeout>()

  function showPeople(documentId: string): void {
    if (!documents.has(documentId) || peopleDue.has(documentId)) return
    const wait = peoplePause(documents.get(documentId)?.size ?? 0)
    peopleDue.set(
      documentId,
      setTimeout(() => {
        peopleDue.delete(documentId)
        void attempt(() => tellPeople([documentId]))
      }, wait),
    )
  }

  async function tellPeople(documentIds: string[]): Promise<void> {
    for (const [documentId, here] of await listPeople(query, documentIds)) {
      const shown = JSON.stringify(here)
      if (people.get(documentId) === shown || !documents.has(documentId)) continue
      people.set(documentId, shown)
      tellAll(documentId, { type: 'people', people: here })
    }
  }

  function tellTakenOver(payload: string): void {
    const { tab, segmentId, side, by } = JSON.parse(payload) as {
      tab: string
      segmentId: number
      side: 'zh' | 'en'
      by: string
    }
    for (const follower of followers())
      if (follower.tab === tab) tell(follower, { type: 'taken-over', segmentId, side, by })
  }

  // ——— Who may follow ———

  async function checkAccess(): Promise<void> {
    const all = followers()
    if (all.length === 0) return
    const roles = await rolesNow(query, all)
    all.forEach((follower, index) => {
      const role = roles[index]
      if (!role) {
        follower.tell({ type: 'ended', reason: 'access' })
        unfollow(follower)
      } else if (role !== follower.role) {
        follower.role = role
        tell(follower, { type: 'role', role })
      }
    })
  }

  // ——— Clocks: one of each a process ———

  const every = (ms: number, act: () => Promise<unknown> | unknown) => {
    const timer = setInterval(() => documents.size > 0 && void attempt(async () => await act()), ms)
    timer.unref()
    return timer
  }
  const clocks = [
    every(LOOK_ANYWAY_MS, lookOn),
    every(CHECK_ACCESS_MS, checkAccess),
    every(BEAT_MS, () => {
      if (told) for (const follower of followers()) tell(follower, { type: 'at', cursor: told })
    }),
    every(FRESHEN_MS, async () => {
      await freshen(query, process)
      await tellPeople([...documents.keys()])
    }),
    every(TIDY_MS, async () => {
      await pruneLog(query)
      await forgetTheGone(query)
    }),
  ]

  // ——— Coming and going ———

  async function catchUp({ documentId, after }: Pick<Follower, 'documentId' | 'after'>): Promise<LiveMessage> {
    const look = await readChanges(query, after ?? (await readCursor(query)), [documentId])
    const change = changesByDocument(look.changes).get(documentId)
    if (!look.whole) return { type: 'reload', cursor: look.cursor }
    if (!change) return { type: 'at', cursor: look.cursor }
    return { type: 'change', cursor: look.cursor, ...(await filled(change)) }
  }

  async function follow(follower: Follower): Promise<() => void> {
    const set = documents.get(follower.documentId) ?? new Set()
    documents.set(follower.documentId, set.add(follower))
    // Followed before it is caught up: what comes between the two is told after, some of it twice, none of it never.
    waiting.set(follower, [])
    try {
      await beginLooking()
      const missed = await catchUp(follower)
      await enter(query, process, follower)
      const here = (await listPeople(query, [follower.documentId])).get(follower.documentId) ?? []
      follower.tell(missed)
      follower.tell({ type: 'people', people: here })
      showPeople(follower.documentId)
    } catch (error) {
      unfollow(follower)
      throw error
    }
    const held = waiting.get(follower) ?? []
    waiting.delete(follower)
    for (const message of held) follower.tell(message)
    return () => unfollow(follower)
  }

  function unfollow(follower: Follower): void {
    const set = documents.get(follower.documentId)
    waiting.delete(follower)
    if (!set?.delete(follower)) return
    if (set.size === 0) {
      documents.delete(follower.documentId)
      people.delete(follower.documentId)
    }
    if ([...set].some(({ tab }) => tab === follower.tab)) return
    void attempt(() => leave(query, { ...follower, process }))
  }

  return {
    follow,
    catchUp,
    query,
    size: () => followers().length,
    async close() {
      for (const clock of [...clocks, ...peopleDue.values()]) clearTimeout(clock)
      if (again) clearTimeout(again)
      for (const follower of followers()) follower.tell({ type: 'ended', reason: 'renew' })
      documents.clear()
      await looking
      await attempt(() => query('DELETE FROM "Presence" WHERE "process" = $1::uuid', [process]))
      await listener.close()
    },
  }
}

/** Who saved the newest words of these segments. */
async function lastEditors(query: Query, ids: number[]): Promise<Change['by']> {
  const rows = await query<{ segmentId: number; memberId: string; name: string }>(
    `SELECT DISTINCT ON (r."segmentId") r."segmentId", r."memberId", u."name"
    FROM "Revision" r JOIN "Member" m ON m."id" = r."memberId" JOIN "User" u ON u."id" = m."userId"
    WHERE r."segmentId" = ANY($1::int[]) ORDER BY r."segmentId", r."id" DESC`,
    [ids],
  )
  return Object.fromEntries(rows.map(({ segmentId, ...by }) => [segmentId, by]))
}
