/**
 * One alignment as a thread does it: the dictionary is loaded here, and sentence vectors are asked for where the environment sets them up.
 * When they cannot be had the alignment goes on without them and says so.
 */
import { type Alignment, type AlignOptions, align, type Similarity } from '../bitext/align'
import { EmbeddingsAway, embeddingCache, findProvider, similarityOf } from '../embedding'
import { loadLexicon } from '../lexicon'
import { type Term, withTerms } from '../lexicon/with-terms'

/** What can cross to another thread. */
export type WorkerTask = { zh: readonly string[]; en: readonly string[] } & Pick<
  AlignOptions,
  'cuts' | 'confirmed' | 'paragraphs'
> & { terms?: readonly Term[] }

/** What an alignment had to do without. */
export type AlignNotice = 'embeddings-away'

export type WorkerAlignment = Alignment & { notice?: AlignNotice }

type Environment = Readonly<Record<string, string | undefined>>

export async function alignTask(
  { zh, en, terms = [], ...options }: WorkerTask,
  hooks: Pick<AlignOptions, 'onProgress' | 'signal'> = {},
  env: Environment = process.env,
): Promise<WorkerAlignment> {
  const { similarity, notice } = await findSimilarity(zh, en, hooks.signal, env)
  const alignment = align(zh, en, { ...options, ...hooks, similarity, lexicon: withTerms(loadLexicon(), terms) })
  return notice ? { ...alignment, notice } : alignment
}

/** `alignTask` as a thread is asked for it: what crosses to it is a function that tells, not an object of hooks. */
export async function alignTelling(task: WorkerTask, tell?: (share: number) => void): Promise<WorkerAlignment> {
  return await alignTask(task, { onProgress: tell })
}

async function findSimilarity(
  zh: readonly string[],
  en: readonly string[],
  signal: AbortSignal | undefined,
  env: Environment,
): Promise<{ similarity?: Similarity; notice?: AlignNotice }> {
  const provider = findProvider(env)
  if (!provider) return {}
  try {
    return { similarity: await similarityOf(provider, embeddingCache(env), zh, en, signal) }
  } catch (error) {
    if (!(error instanceof EmbeddingsAway)) throw error
    process.stderr.write(`Aligning without embeddings: ${error.message}\n`)
    return { notice: 'embeddings-away' }
  }
}
