/** Where sentence vectors come from. */

export type EmbeddingProvider = {
  /** Names the model: vectors of one are never mixed with another's. */
  id: string
  /** One vector of length 1 for each text, in their order; at most `batch` texts at a time. Throws EmbeddingsAway when it cannot. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>
  batch: number
}

/** The service is set up and cannot be used now. The aligner goes on without it. */
export class EmbeddingsAway extends Error {
  override name = 'EmbeddingsAway'
}

/** The vector at length 1. Throws where it is none: an answer with holes must not reach the cache. */
export function normalised(values: readonly number[] | Float32Array): Float32Array {
  const vector = Float32Array.from(values)
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  if (!(length > 0 && Number.isFinite(length))) throw new EmbeddingsAway('a vector is empty or not made of numbers')
  return vector.map((value) => value / length)
}
