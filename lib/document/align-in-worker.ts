/** Aligns in a thread of its own, so that the server goes on answering (see lib/jobs/run-in-thread.ts). */
import { runInThread } from '../jobs/run-in-thread'
import { alignTask, type WorkerAlignment, type WorkerTask } from './align-task'

const PLACE = { file: 'lib/document/align-task.ts', name: 'alignTelling' }

/** `onProgress` gets the share done, 0 to 1; `signal` ends the thread at once and rejects with its reason. */
export type AlignHooks = { onProgress?: (share: number) => void; signal?: AbortSignal }

/**
 * Aligns sentences off the calling thread: `alignInWorker({ zh, en, cuts, confirmed, paragraphs }, { onProgress, signal })`.
 *
 * - `zh`, `en`: the sentences of both sides, in order; the beads of the answer hold their numbers, from 0. Every sentence is in exactly one bead,
 *   a bead's sentences follow each other, and beads are in the order of the Chinese (English without Chinese stands by its neighbours).
 * - `cuts`: boundaries that must coincide (before zh sentence `cut.zh` and before en sentence `cut.en`); only a bead marked `moved` may cross one.
 * - `confirmed`: beads that are right. They come back as given, with `confirmed: true` and confidence 1; new beads neither span nor jump over
 *   them (`moved: true` on one says that its English stands elsewhere, so that it parts nothing), and they teach the words of the document. To realign a range, give the whole document (or a good stretch around the range) and name
 *   every bead outside the range as confirmed: only the open sentences are aligned, with the nearest confirmed beads as context, so that it takes
 *   time in proportion to the range, not to the document.
 * - `paragraphs`: numbers of the sentences that open a paragraph, as soft evidence.
 *
 * Answers `{ beads, engine, notice? }`; `notice` names what the alignment had to do without (today only `embeddings-away`: the embedding service
 * is set up and did not answer; the beads are those of the aligner alone). Cuts out of order, and beads that overlap or lie outside the
 * texts, throw a RangeError. Where no thread can be started, aligns on the calling one and says so on standard error.
 */
export async function alignInWorker(
  task: WorkerTask,
  { onProgress, signal }: AlignHooks = {},
): Promise<WorkerAlignment> {
  const onTold = (share: unknown) => onProgress?.(share as number)
  return await runInThread(PLACE, (task) => alignTask(task, { onProgress, signal }), [task], { signal, onTold })
}
