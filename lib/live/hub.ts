/**
 * Tells everyone who has a document open in this process what changes in it, whoever changed it in whatever process.
 *
 * One connection listens. When it hears the bell the log is looked into once, for all documents that are open here, and each
 * change handed to those who follow that document (looks.ts). No follower has a timer or a query of its own.
 */
import { randomUUID } from 'node:crypto'
import type { MemberRole } from '../auth/roles'
import type { SegmentRow } from '../segment/queries'
import { type Holder, rolesNow } from './access'
import { changesByDocument, type LoggedChange, pruneLog, type Query, readChanges, readCursor } from './change-log'
import { type Listener, NotConnected, openListener } from './listener'
import { openLooks } from './looks'
import { type Change, type Cursor, type LiveMessage, MOST_ROWS_SENT } from './message'
import { enter, FRESHEN_MS, forgetTheGone, freshen, leave, listPeople } from './presence'

export type Follower = Holder & {
  tab: string
  memberId: string
  role: MemberRole
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
  /** How often to look without having been told to, in milliseconds. */
  lookAnywayMs?: number
}

export type Hub = {
  follow(follower: Follower): Promise<() => void>
  /** What one would have been told, for those who ask now and then instead of following. */
  catchUp(asked: Pick<Follower, 'documentId' | 'after'>): Promise<LiveMessage>
  query: Query
  size(): number
  close(): Promise<void>
}

/** A look without a bell, for a notice that was lost. */
const LOOK_ANYWAY_MS = 2_000
const BEAT_MS = 20_000
const CHECK_ACCESS_MS = 20_000
const TIDY_MS = 60_000

/** People move about more than anyone needs to know at once; the more there are, the less often all are told. */
const peoplePause = (people: number) => 150 + 5 * people

export function openHub({ connectionString, rowsOf, onTrouble, lookAnywayMs = LOOK_ANYWAY_MS }: HubOptions): Hub {
  const process = randomUUID()
  const documents = new Map<string, Set<Follower>>()
  /** Told while they were still catching up: what came in between waits its turn. */
  const waiting = new Map<Follower, LiveMessage[]>()
  const listener: Listener = openListener(
    connectionString,
    ['document_change', 'presence_change', 'access_change', 'taken_over'],
    {
      onConnected: () => {
        looks.look()
        for (const documentId of documents.keys()) showPeople(documentId)
        void attempt(checkAccess)
      },
      onNotice: (channel, payload) => {
        if (channel === 'document_change') looks.look()
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

  const looks = openLooks({
    query,
    documents,
    attempt,
    tellReload: (documentId, cursor) => tellAll(documentId, { type: 'reload', cursor }),
    tellChange: async (change, cursor) =>
      tellAll(change.documentId, { type: 'change', cursor, ...(await filled(change)) }),
  })

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
    every(lookAnywayMs, looks.lookOn),
    every(CHECK_ACCESS_MS, checkAccess),
    every(BEAT_MS, () => {
      const cursor = looks.told()
      if (cursor) for (const follower of followers()) tell(follower, { type: 'at', cursor })
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
      await looks.begin()
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
      for (const follower of followers()) follower.tell({ type: 'ended', reason: 'renew' })
      documents.clear()
      await looks.end()
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
