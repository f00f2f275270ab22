/** The thread behind `alignInWorker`: aligns what it was started with, tells the share done, answers, ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { type Alignment, type AlignOptions, align } from '../bitext/align'
import { loadLexicon } from '../lexicon'

export type WorkerTask = {
  zh: readonly string[]
  en: readonly string[]
  options: Pick<AlignOptions, 'cuts' | 'paragraphs'>
}
export type WorkerAnswer = { share: number } | { alignment: Alignment }

const { zh, en, options } = workerData as WorkerTask
const answer = (message: WorkerAnswer) => parentPort?.postMessage(message)

answer({ share: 0 })
const lexicon = loadLexicon()
answer({ alignment: align(zh, en, { ...options, lexicon, onProgress: (share) => answer({ share }) }) })
