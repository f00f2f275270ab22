/**
 * Operations as a person does them: shown at once, sent one after another in their order, and taken back from the screen,
 * in words, when the server says no. What was typed ahead of an answer is never dropped silently.
 */
import { unanswered } from '@/app/_ui/unanswered'
import type { SeenRow, StepAnswer } from '@/lib/alignment/input'
import { SIDES } from '@/lib/bitext/text'
import type { SegmentRow } from '@/lib/segment/queries'
import { holdBack, letGo } from '../state/hold'
import type { LiveOutline } from '../state/live-outline'
import { refreshOutline, reloadRows, showView } from '../state/load'
import { saveDraft } from '../state/save'
import { type Screen, sideKey } from '../state/screen'
import { alignOf } from './align-state'
import { fetchRows } from './ask'
import { type Deed, follow } from './deed'
import { nearRows, show, showConfirmed } from './foreshow'
import { loadJournal } from './journal'
import { renamed, withConfirmed } from './local-outline'
import { rearrange, rowsOf, sameWords } from './rearrange'
import { whyNotAlign } from './rights'
import { send } from './send'

type Task = {
  deed: Deed
  /** The rows as the person saw them when they did it. */
  seen: SegmentRow[]
  /** The rows there were. */
  outline: LiveOutline | null
  /** Number of a row this operation made, before the server has numbered it. */
  made: number | null
  shown: boolean
}

type Queue = {
  tasks: Task[]
  running: Promise<void> | null
  real: Map<number, number>
  changed: Set<number>
  unsure: boolean
}

const queues = new WeakMap<Screen, Queue>()

function queueOf(screen: Screen): Queue {
  const queue = queues.get(screen) ?? { tasks: [], running: null, real: new Map(), changed: new Set(), unsure: false }
  queues.set(screen, queue)
  return queue
}

/** Shows what the operation does and sends it. Answers false when it may not be done, having said why. */
export function operate(screen: Screen, deed: Deed): boolean {
  const refused = whyNotAlign(screen, deed.what === 'confirm')
  if (refused) {
    screen.tell(refused, { hint: true })
    return false
  }
  const near = nearRows(screen)
  const seen = deed.what === 'confirm' ? [] : rowsOf(deed, near)
  if (deed.what !== 'confirm' && offersToSave(screen, seen)) return false
  const after = deed.what === 'confirm' ? null : rearrange(deed, near)
  holdBack(screen)
  const outline = screen.outline.get()
  if (after) show(screen, after)
  if (deed.what === 'confirm') showConfirmed(screen, deed)
  const made = after?.added?.id ?? null
  const queue = queueOf(screen)
  const isShown = after !== null || deed.what === 'confirm'
  if (!isShown) {
    const { waiting } = alignOf(screen)
    waiting.set(new Set([...waiting.get(), ...seen.map(({ id }) => id)]))
  }
  queue.tasks.push({ deed, seen, outline, made, shown: isShown })
  count(screen, queue)
  queue.running ??= work(screen, queue)
  return true
}

/** Until everything sent has been answered. */
export async function settled(screen: Screen): Promise<void> {
  await queueOf(screen).running
}

function count(screen: Screen, queue: Queue): void {
  alignOf(screen).pending.set(queue.tasks.length)
}

async function work(screen: Screen, queue: Queue): Promise<void> {
  try {
    // Something may be done while the last answers are being fetched.
    while (queue.tasks.length > 0) {
      if (await sendAll(screen, queue)) await finish(screen, queue)
    }
  } finally {
    letGo(screen)
    queue.running = null
    queue.real.clear()
    queue.changed.clear()
    queue.unsure = false
    alignOf(screen).waiting.set(new Set())
    count(screen, queue)
    void loadJournal(screen)
  }
}

async function sendAll(screen: Screen, queue: Queue): Promise<boolean> {
  while (queue.tasks.length > 0) {
    const task = queue.tasks[0]!
    const prepared = await prepare(screen, queue, task)
    const outcome = prepared && (await send(screen, prepared.deed, prepared.seen).catch(unanswered(screen.t)))
    if (!outcome?.ok) {
      await giveUp(screen, queue, outcome?.message ?? screen.t('align.changed-below'))
      return false
    }
    queue.tasks.shift()
    count(screen, queue)
    await accept(screen, queue, task, outcome.value)
  }
  return true
}

type Prepared = { deed: Deed; seen: SeenRow[] }

/**
 * An operation typed ahead of answers speaks of rows as the screen guessed them. Their real numbers, versions and white
 * space are put in; null when the words themselves are not what the person saw.
 */
async function prepare(screen: Screen, queue: Queue, { deed, seen }: Task): Promise<Prepared | null> {
  const idOf = (id: number) => queue.real.get(id) ?? id
  const ids = seen.map((row) => idOf(row.id))
  const stale = ids.filter((id) => queue.changed.has(id))
  const fresh = stale.length > 0 ? await fetchRows(screen, stale) : []
  if (!fresh) return null
  const now = seen.map((row) => fresh.find(({ id }) => id === idOf(row.id)) ?? { ...row, id: idOf(row.id) })
  if (now.some((row, i) => !sameWords(row, seen[i]!))) return null
  const versions = now.map(({ id, zhVersion, enVersion }) => ({ id, zhVersion, enVersion }))
  return {
    deed: follow(deed, idOf, (id) => [seen.find((row) => row.id === id), now.find((row) => row.id === idOf(id))]),
    seen: versions,
  }
}

async function accept(screen: Screen, queue: Queue, task: Task, { changed }: StepAnswer): Promise<void> {
  const outline = screen.outline.get()
  for (const id of changed) queue.changed.add(id)
  // What could not be shown beforehand has to be fetched.
  if (!task.shown) queue.unsure = true
  if (!outline) return
  if (task.deed.what === 'confirm') {
    screen.outline.set(withConfirmed(outline, changed, task.deed.confirmed))
    return
  }
  if (task.made === null) return
  // The one number the outline does not know is the new row's.
  const fresh = changed.find((id) => !outline.rowOf.has(id))
  const row = screen.rows.get(task.made)
  if (fresh === undefined || !row) {
    queue.unsure = true
    return
  }
  queue.real.set(task.made, fresh)
  screen.rows.set(fresh, { ...row, id: fresh })
  screen.outline.set(renamed(outline, task.made, fresh))
  screen.rows.set(task.made, undefined)
  keepFocus(screen)
}

/** The guesses give way to what is there. Where nothing could be guessed, the whole outline is fetched. */
async function finish(screen: Screen, queue: Queue): Promise<void> {
  const owed = letGo(screen)
  const changed = [...new Set([...queue.changed, ...owed.ids])]
  const outline = screen.outline.get()
  const { whys } = alignOf(screen)
  for (const id of changed) whys.set(id, undefined)
  if (!outline || queue.unsure || owed.outline) {
    await refreshOutline(screen, owed.all ? undefined : changed)
    keepFocus(screen)
    return
  }
  await reloadRows(screen, changed.filter((id) => outline.rowOf.has(id) && screen.rows.get(id)).slice(0, 200))
}

async function giveUp(screen: Screen, queue: Queue, message: string): Promise<void> {
  const more = queue.tasks.length - 1
  takeBack(screen, queue)
  queue.tasks = []
  letGo(screen)
  screen.tell([message, screen.t('align.nothing-lost', { more })].join(' '), { failed: true })
  await refreshOutline(screen)
  keepFocus(screen)
}

/** Texts stand again where they stood, all of them: what there is by now may take a while to come. */
function takeBack(screen: Screen, { tasks, real }: Queue): void {
  const [first] = tasks
  const here = screen.outline.get()?.ids[screen.place.get().row]
  for (const { deed, seen, made, shown } of [...tasks].reverse()) {
    if (deed.what === 'confirm' || !shown) continue
    if (made !== null) screen.rows.set(made, undefined)
    for (const row of seen) {
      const id = real.get(row.id) ?? row.id
      screen.rows.set(id, { ...row, id })
    }
  }
  if (!first?.outline) return
  const outline = [...real].reduce((now, [guessed, id]) => renamed(now, guessed, id), first.outline)
  screen.outline.set(outline)
  const row = outline.rowOf.get(here ?? 0)
  if (row !== undefined) screen.place.set({ ...screen.place.get(), row })
  showView(screen)
}

/** Rows may have come into being anew; whoever works with the keyboard stays where they are. */
export function keepFocus(screen: Screen): void {
  screen.focusWanted.set(screen.focusWanted.get() + 1)
}

/** Words being typed belong to no place but the one they are typed in: they are saved first, or the row stays as it is. */
function offersToSave(screen: Screen, rows: readonly SegmentRow[]): boolean {
  const unsaved = rows.flatMap(({ id }) =>
    SIDES.filter((side) => screen.drafts.get(sideKey(id, side))).map((side) => ({ id, side })),
  )
  if (unsaved.length === 0) return false
  const numbers = unsaved.map(({ id }) => (screen.outline.get()?.rowOf.get(id) ?? 0) + 1)
  screen.tell(screen.t('align.draft-first', { row: Math.min(...numbers) }), {
    hint: true,
    action: {
      label: screen.t('common.save'),
      run: () => void Promise.all(unsaved.map(({ id, side }) => saveDraft(screen, id, side))),
    },
  })
  return true
}
