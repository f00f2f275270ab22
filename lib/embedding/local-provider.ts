/**
 * Vectors from an ONNX model in a folder of this machine, through `@huggingface/transformers`. The package (some 400 MB) is not among the
 * dependencies: who wants it installs it. Nothing is downloaded and nothing leaves the machine.
 */
import { basename, dirname, resolve } from 'node:path'
import { type EmbeddingProvider, EmbeddingsAway, normalised } from './provider'

type Extract = (texts: string[], options: { pooling: string; normalize: boolean }) => Promise<{ tolist(): number[][] }>
type Transformers = {
  env: { allowRemoteModels: boolean; localModelPath: string }
  pipeline(task: 'feature-extraction', model: string): Promise<Extract>
}

// Spelled apart, so that neither the type checker nor a bundler looks for a package that is most often not there.
const PACKAGE = ['@huggingface', 'transformers'].join('/')
const BATCH = 16

export type LocalSettings = {
  /** Folder of the model, as Hugging Face lays it out. */
  folder: string
  /** How the model makes one vector of a sentence's: `mean` for MiniLM and E5, `cls` for BGE and LaBSE. */
  pooling?: string
  load?: () => Promise<Transformers>
}

export function localProvider({ folder, pooling = 'mean', load = loadTransformers }: LocalSettings): EmbeddingProvider {
  const path = resolve(folder)
  let model: Promise<Extract> | undefined
  return {
    id: `${path} ${pooling}`,
    batch: BATCH,
    async embed(texts, signal) {
      model ??= open(path, load)
      const extract = await model
      signal?.throwIfAborted()
      const answer = await extract([...texts], { pooling, normalize: true }).catch((error: unknown) => {
        throw new EmbeddingsAway(`the model in ${path} failed: ${messageOf(error)}`)
      })
      return answer.tolist().map(normalised)
    },
  }
}

async function open(path: string, load: () => Promise<Transformers>): Promise<Extract> {
  const transformers = await load()
  transformers.env.allowRemoteModels = false
  transformers.env.localModelPath = dirname(path)
  return await transformers.pipeline('feature-extraction', basename(path)).catch((error: unknown) => {
    throw new EmbeddingsAway(`no model could be opened in ${path}: ${messageOf(error)}`)
  })
}

async function loadTransformers(): Promise<Transformers> {
  try {
    return (await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ PACKAGE)) as Transformers
  } catch (error) {
    throw new EmbeddingsAway(
      `${PACKAGE} is not there (${messageOf(error)}). Install it: npm install --no-save ${PACKAGE}`,
    )
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
