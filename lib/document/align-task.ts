/** One alignment as a thread does it: the dictionary is loaded here, everything else comes with the task. */
import { type Alignment, type AlignOptions, align } from '../bitext/align'
import { loadLexicon } from '../lexicon'

/** What can cross to another thread. */
export type WorkerTask = { zh: readonly string[]; en: readonly string[] } & Pick<
  AlignOptions,
  'cuts' | 'confirmed' | 'paragraphs'
>

/** What an alignment had to do without. */
export type AlignNotice = 'embeddings-away'

export type WorkerAlignment = Alignment & { notice?: AlignNotice }

export async function alignTask(
  { zh, en, ...options }: WorkerTask,
  hooks: Pick<AlignOptions, 'onProgress' | 'signal'>,
): Promise<WorkerAlignment> {
  return align(zh, en, { ...options, ...hooks, lexicon: loadLexicon() })
}
