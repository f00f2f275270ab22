/**
 * Vectors from a server that speaks OpenAI's `POST …/embeddings`: `{ model, input, encoding_format: "float" }` in,
 * `{ data: [{ index, embedding }] }` out (OpenAI, llama.cpp, vLLM, TEI, Ollama, OpenVINO). The sentences leave this machine.
 */
import { type EmbeddingProvider, EmbeddingsAway, normalised } from './provider'

export type HttpSettings = {
  /** Address up to and without the path. */
  base: string
  path?: string
  model: string
  key?: string
  /** Milliseconds a request may take. */
  timeout?: number
  /** Milliseconds before the first retry; doubled for each further one. */
  pause?: number
}

const BATCH = 64
const TRIES = 4
const TIMEOUT = 30_000
const PAUSE = 500
/** 64 vectors of 4,096 numbers at 24 characters are 6 MB. */
const MOST_BYTES = 32 * 1024 * 1024

export function httpProvider(settings: HttpSettings): EmbeddingProvider {
  const { base, path = '/v1/embeddings', model } = settings
  const address = `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`
  return {
    id: `${address} ${model}`,
    batch: BATCH,
    embed: async (texts, signal) => vectorsOf(await askedAgain(address, settings, texts, signal), texts.length),
  }
}

/** Busy and broken servers are asked again, a refusal is not. */
async function askedAgain(
  address: string,
  settings: HttpSettings,
  texts: readonly string[],
  signal?: AbortSignal,
): Promise<unknown> {
  for (let tries = 1; ; tries++) {
    const answer = await ask(address, settings, texts, signal)
    if ('value' in answer) return answer.value
    if (!answer.again || tries === TRIES) throw new EmbeddingsAway(answer.reason)
    await pause(Math.max(answer.wait, (settings.pause ?? PAUSE) * 2 ** (tries - 1)), signal)
  }
}

type Answer = { value: unknown } | { again: boolean; wait: number; reason: string }

async function ask(
  address: string,
  { model, key, timeout = TIMEOUT }: HttpSettings,
  texts: readonly string[],
  signal?: AbortSignal,
): Promise<Answer> {
  const limit = AbortSignal.timeout(timeout)
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        // A compressed answer could unfold to any size.
        'accept-encoding': 'identity',
        ...(key ? { authorization: `Bearer ${key}` } : {}),
      },
      body: JSON.stringify({ model, input: texts, encoding_format: 'float' }),
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    })
    if (!response.ok) {
      void response.body?.cancel()
      const again = response.status === 429 || response.status >= 500
      return { again, wait: waitOf(response), reason: `the embedding server answered ${response.status}` }
    }
    return { value: parsed(await readAtMost(response, MOST_BYTES)) }
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof EmbeddingsAway) throw error
    const reason = limit.aborted ? `no answer within ${timeout} ms` : 'it cannot be reached'
    return { again: !limit.aborted, wait: 0, reason: `the embedding server: ${reason}` }
  }
}

/** Longest wait a server may ask for: someone is looking at a progress bar. */
const MOST_WAIT = 10_000

function waitOf(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? 0)
  return Number.isFinite(seconds) ? Math.min(MOST_WAIT, seconds * 1000) : 0
}

async function readAtMost(response: Response, most: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > most) throw new EmbeddingsAway('the embedding server answered more than can be right')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new EmbeddingsAway('the embedding server answered something that is no JSON')
  }
}

/** By `index`, not by the order they come in. */
function vectorsOf(value: unknown, count: number): Float32Array[] {
  const data = (value as { data?: unknown } | null)?.data
  if (!Array.isArray(data) || data.length !== count)
    throw new EmbeddingsAway(`the embedding server answered no list of ${count} vectors`)
  const vectors: Float32Array[] = []
  for (const [place, item] of data.entries()) {
    const { index = place, embedding } = (item ?? {}) as { index?: unknown; embedding?: unknown }
    const inside = typeof index === 'number' && Number.isInteger(index) && index >= 0 && index < count
    if (!inside || vectors[index] || !isNumbers(embedding))
      throw new EmbeddingsAway('the embedding server answered vectors that cannot be used')
    vectors[index] = normalised(embedding)
  }
  if (vectors.some(({ length }) => length !== vectors[0]!.length))
    throw new EmbeddingsAway('the embedding server answered vectors of different sizes')
  return vectors
}

function isNumbers(value: unknown): value is number[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'number' && Number.isFinite(one))
  )
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}
