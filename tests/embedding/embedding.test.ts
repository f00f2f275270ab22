/** Vectors from a real server of our own: order, batches, cache, retries, and what happens when it is away or talks nonsense. */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { alignTask } from '../../lib/document/align-task'
import {
  EmbeddingsAway,
  findProvider,
  httpProvider,
  localProvider,
  similarityOf,
  vectorCache,
} from '../../lib/embedding'

type Asked = { model: string; input: string[]; encoding_format: string }
type Reply = (asked: Asked, response: ServerResponse, request: IncomingMessage) => void

/** A vector that tells its text: its length and its first character. */
const vectorOf = (text: string) => [text.length, text.codePointAt(0)! / 100, 1]
const unit = (text: string) => {
  const vector = vectorOf(text)
  return vector.map((value) => value / Math.hypot(...vector))
}
const send = (response: ServerResponse, value: unknown, status = 200, headers = {}) => {
  // A connection kept would be closed under the next test.
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close', ...headers })
  response.end(typeof value === 'string' ? value : JSON.stringify(value))
}
const good: Reply = ({ input }, response) =>
  send(response, { data: input.map((text, index) => ({ index, embedding: vectorOf(text) })).reverse() })

let reply: Reply = good
let asked: { body: Asked; headers: IncomingMessage['headers']; url: string | undefined }[] = []
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Asked
    asked.push({ body, headers: request.headers, url: request.url })
    reply(body, response, request)
  })
})
let base = ''
let folder = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))
beforeEach(() => {
  reply = good
  asked = []
  folder = mkdtempSync(join(tmpdir(), 'duizhao-vectors-'))
})
afterEach(() => {
  server.closeAllConnections()
  rmSync(folder, { recursive: true })
})

const provider = (more = {}) => httpProvider({ base, model: 'toy', key: 'secret', timeout: 60_000, pause: 1, ...more })
const texts = (count: number, mark = 'a') => Array.from({ length: count }, (_, at) => mark.repeat(at + 1))
const ask = (zh: string[], en: string[], more = {}) => similarityOf(provider(more), vectorCache(folder), zh, en)
const rounded = (vectors: readonly ArrayLike<number>[]) =>
  vectors.map((vector) => Array.from(vector, (value) => value.toFixed(4)))

describe('the server', () => {
  it('is asked in batches of 64 at most and answers in any order', async () => {
    const found = await ask(texts(90), texts(60, 'b'))
    expect(asked.map(({ body }) => body.input.length)).toEqual([64, 64, 22])
    expect(rounded(found.zh)).toEqual(rounded(texts(90).map(unit)))
    expect(rounded(found.en)).toEqual(rounded(texts(60, 'b').map(unit)))
    expect(asked[0]!.body).toMatchObject({ model: 'toy', encoding_format: 'float' })
    expect(asked[0]!.headers).toMatchObject({ authorization: 'Bearer secret', 'accept-encoding': 'identity' })
    expect(asked[0]!.url).toBe('/v1/embeddings')
  })

  it('is asked once for a text that comes twice, and never for a blank one', async () => {
    const found = await ask(['same', ' ', 'same'], ['same', ''])
    expect(asked.map(({ body }) => body.input)).toEqual([['same']])
    expect(found.zh.map(({ length }) => length)).toEqual([3, 0, 3])
  })

  it('can have another path', async () => {
    await ask(['a'], ['b'], { path: 'v3/embeddings' })
    expect(asked[0]!.url).toBe('/v3/embeddings')
  })

  it.each([500, 503, 429])('is asked again after %i', async (status) => {
    reply = (body, response, request) =>
      asked.length < 3 ? send(response, 'busy', status, { 'retry-after': '0' }) : good(body, response, request)
    expect((await ask(['a'], ['b'])).zh).toHaveLength(1)
    expect(asked).toHaveLength(3)
  })

  it('is given up after four tries, and at once when it refuses', async () => {
    reply = (_, response) => send(response, 'broken', 500)
    await expect(ask(['a'], ['b'])).rejects.toThrow('answered 500')
    expect(asked).toHaveLength(4)
    reply = (_, response) => send(response, 'no', 401)
    await expect(ask(['a'], ['b'])).rejects.toThrow('answered 401')
    expect(asked).toHaveLength(5)
  })

  it.each<[string, Reply]>([
    ['no JSON', (_, response) => send(response, '<html>')],
    ['no list', (_, response) => send(response, { error: 'x' })],
    ['too few', (_, response) => send(response, { data: [{ index: 0, embedding: [1] }] })],
    ['the same index twice', (_, response) => send(response, { data: Array(2).fill({ index: 0, embedding: [1] }) })],
    ['an index outside', ({ input }, response) => send(response, { data: input.map((_, k) => ({ index: k + 1, embedding: [1] })) })],
    ['vectors of two sizes', ({ input }, response) => send(response, { data: input.map((_, index) => ({ index, embedding: Array(index + 1).fill(1) })) })],
    ['null for a number', ({ input }, response) => send(response, { data: input.map((_, index) => ({ index, embedding: [1, null] })) })],
    ['nothing but zeros', ({ input }, response) => send(response, { data: input.map((_, index) => ({ index, embedding: [0, 0] })) })],
    ['text for numbers', ({ input }, response) => send(response, { data: input.map((_, index) => ({ index, embedding: 'AAAA' })) })],
    ['a redirection', (_, response) => send(response, '', 302, { location: '/elsewhere' })],
    ['half an answer', (_, response) => { response.writeHead(200, { 'content-length': 99 }); response.write('{'); response.destroy() }],
  ])('counts as away when it answers %s, and nothing is kept', async (_, bad) => {
    reply = bad
    await expect(ask(['a'], ['b'])).rejects.toBeInstanceOf(EmbeddingsAway)
    expect(readdirSync(folder)).toEqual([])
  }) // biome-ignore format: a table

  it('counts as away when it answers nothing in time, and nothing is kept', async () => {
    reply = () => undefined
    await expect(ask(['a'], ['b'], { timeout: 400 })).rejects.toThrow('no answer within 400 ms')
    expect(readdirSync(folder)).toEqual([])
  })

  it('is let go when the caller gives up', async () => {
    reply = () => undefined
    const running = similarityOf(provider(), vectorCache(folder), ['a'], ['b'], AbortSignal.timeout(30))
    await expect(running).rejects.not.toBeInstanceOf(EmbeddingsAway)
  })
})

describe('the cache', () => {
  it('answers for what it has, under the same model only', async () => {
    const first = await ask(['a', 'bb'], ['c'])
    const again = await ask(['bb', 'ddd'], ['c'])
    expect(asked.map(({ body }) => body.input)).toEqual([['a', 'bb', 'c'], ['ddd']])
    expect(again.zh[0]).toEqual(first.zh[1])
    await ask(['a'], ['c'], { model: 'other' })
    expect(asked).toHaveLength(3)
  })

  it('is asked past when the model changed behind its name', async () => {
    await ask(['a'], ['b'])
    reply = ({ input }, response) =>
      send(response, { data: input.map((_, index) => ({ index, embedding: [1, 2, 3, 4] })) })
    expect((await ask(['a'], ['c'])).zh[0]).toHaveLength(4)
  })

  it('takes a broken file for a missing one', async () => {
    await ask(['a'], ['a'])
    const [file] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('/'))
    writeFileSync(join(folder, file!), 'xyz')
    expect((await ask(['a'], ['a'])).zh[0]).toHaveLength(3)
    expect(asked).toHaveLength(2)
  })

  it('stays within its bound', async () => {
    const cache = vectorCache(folder, 10 * 12)
    await similarityOf(provider(), cache, texts(40), ['b'])
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(folder, name)))
    expect(files.filter((file) => file.isFile()).reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(120)
  })
})

describe('aligning with embeddings', () => {
  const zh = ['今天下雨。', '他在家里看书。']
  const en = ['It is raining today.', 'He is reading a book at home.']
  const environment = () => ({ DUIZHAO_EMBEDDINGS_URL: base, DUIZHAO_EMBEDDINGS_MODEL: 'toy', DUIZHAO_DATA: folder })

  it('says when they are away and aligns all the same', async () => {
    reply = (_, response) => send(response, 'no', 401)
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const { beads, notice } = await alignTask({ zh, en }, {}, environment())
    expect(said).toHaveBeenCalledWith(expect.stringContaining('answered 401'))
    said.mockRestore()
    expect(notice).toBe('embeddings-away')
    expect(beads.map((bead) => [bead.zh, bead.en])).toEqual([
      [[0], [0]],
      [[1], [1]],
    ])
  })

  it('says nothing when they came, and asks nobody when none are set up', async () => {
    expect((await alignTask({ zh, en }, {}, environment())).notice).toBeUndefined()
    expect(asked).toHaveLength(1)
    expect(findProvider({})).toBeNull()
    expect((await alignTask({ zh, en }, {}, {})).notice).toBeUndefined()
    expect(asked).toHaveLength(1)
  })
})

describe('a model on this machine', () => {
  it('says what to install when its package is missing', async () => {
    await expect(localProvider({ folder }).embed(['a'])).rejects.toThrow(
      'npm install --no-save @huggingface/transformers',
    )
  })

  it('never goes to the network, and pools as told', async () => {
    const env = { allowRemoteModels: true, localModelPath: '' }
    const pipeline =
      async () =>
      async (input: string[], { pooling }: { pooling: string }) => ({
        tolist: () => input.map(() => (pooling === 'cls' ? [3, 4] : [1, 0])),
      })
    const local = localProvider({ folder, pooling: 'cls', load: async () => ({ env, pipeline }) })
    expect(rounded(await local.embed(['a', 'b']))).toEqual([
      ['0.6000', '0.8000'],
      ['0.6000', '0.8000'],
    ])
    expect(env).toEqual({ allowRemoteModels: false, localModelPath: join(folder, '..') })
  })
})
