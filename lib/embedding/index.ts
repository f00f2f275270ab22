/**
 * Sentence vectors for the aligner, where somebody set them up. Nothing is asked and no text leaves the machine unless the environment
 * names a server or a model folder:
 *
 * - `DUIZHAO_EMBEDDINGS_URL` (and `_PATH`, `_MODEL`, `_KEY`): a server that speaks OpenAI's embeddings
 * - `DUIZHAO_EMBEDDINGS_FOLDER` (and `_POOLING`): an ONNX model on this machine
 */
import { join, resolve } from 'node:path'
import type { Similarity } from '../bitext/align'
import { httpProvider } from './http-provider'
import { localProvider } from './local-provider'
import { type EmbeddingProvider, EmbeddingsAway } from './provider'
import { type VectorCache, vectorCache } from './vector-cache'

export { httpProvider } from './http-provider'
export { localProvider } from './local-provider'
export { type EmbeddingProvider, EmbeddingsAway } from './provider'
export { type VectorCache, vectorCache } from './vector-cache'

type Environment = Readonly<Record<string, string | undefined>>

/** What the environment sets up, or null. */
export function findProvider(env: Environment = process.env): EmbeddingProvider | null {
  const { DUIZHAO_EMBEDDINGS_URL: base, DUIZHAO_EMBEDDINGS_FOLDER: folder } = env
  if (base)
    return httpProvider({
      base,
      path: env.DUIZHAO_EMBEDDINGS_PATH || undefined,
      model: env.DUIZHAO_EMBEDDINGS_MODEL ?? '',
      key: env.DUIZHAO_EMBEDDINGS_KEY || undefined,
    })
  return folder ? localProvider({ folder, pooling: env.DUIZHAO_EMBEDDINGS_POOLING || undefined }) : null
}

/** In the data folder. */
export function embeddingCache(env: Environment = process.env): VectorCache {
  return vectorCache(
    join(/*turbopackIgnore: true*/ resolve(/*turbopackIgnore: true*/ env.DUIZHAO_DATA ?? '.data'), 'embeddings'),
  )
}

/** The vectors of both texts; a blank sentence gets an empty one. What is in the cache is not asked for again. Throws EmbeddingsAway. */
export async function similarityOf(
  provider: EmbeddingProvider,
  cache: VectorCache,
  zh: readonly string[],
  en: readonly string[],
  signal?: AbortSignal,
): Promise<Similarity> {
  const texts = [...new Set([...zh, ...en])].filter((text) => text.trim() !== '')
  const known = await cache.read(provider.id, texts)
  const vectors = new Map<string, Float32Array>()
  const missing = texts.filter((text, at) => {
    if (known[at]) vectors.set(text, known[at])
    return !known[at]
  })
  for (let from = 0; from < missing.length; from += provider.batch) {
    const batch = missing.slice(from, from + provider.batch)
    const answers = await provider.embed(batch, signal)
    if (answers.length !== batch.length) throw new EmbeddingsAway('fewer vectors came than were asked for')
    for (const [at, text] of batch.entries()) vectors.set(text, answers[at]!)
    // The model was exchanged behind its name: what is in the cache is another's.
    if (sizesOf(vectors).size > 1 && missing.length < texts.length)
      return await similarityOf(provider, { ...cache, read: async () => [] }, zh, en, signal)
    requireOneSize(vectors)
    await cache.write(provider.id, batch, answers)
  }
  requireOneSize(vectors)
  if (missing.length > 0) await cache.trim()
  const vectorOf = (text: string) => vectors.get(text) ?? new Float32Array(0)
  return { zh: zh.map(vectorOf), en: en.map(vectorOf) }
}

function requireOneSize(vectors: ReadonlyMap<string, Float32Array>): void {
  const sizes = sizesOf(vectors)
  if (sizes.size > 1) throw new EmbeddingsAway(`vectors of different sizes: ${[...sizes].join(', ')}`)
}

function sizesOf(vectors: ReadonlyMap<string, Float32Array>): Set<number> {
  return new Set([...vectors.values()].map(({ length }) => length))
}
