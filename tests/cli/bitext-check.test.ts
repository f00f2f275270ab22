/** `bitext check`: its exit code and what it prints. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bitext } from '../support/bitext'

const WRONG = { id: 'a', zh: '涉案183.7亿元。', en: 'It involved 1.837 billion yuan.' }
const RIGHT = { id: 'b', zh: '涉案183.7亿元。', en: 'It involved 18.37 billion yuan.' }

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bitext-check-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function check(args: string[], input = '') {
  const { status: code, stdout: out, stderr: err } = await bitext(['check', ...args], input)
  return { code, out, err }
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

function lines(...segments: object[]): string {
  return segments.map((segment) => `${JSON.stringify(segment)}\n`).join('')
}

describe('bitext check', () => {
  it('prints findings and exits 1', async () => {
    const { code, out } = await check([await file('some.jsonl', lines(WRONG, RIGHT))])
    expect(code).toBe(1)
    expect(out).toBe(
      [
        'a\terror\tnumerals\t183.7亿元 is 18.37 billion yuan; the English has 1.837 billion yuan.',
        // The document as a whole: one Chinese, two English.
        'b\tnote\tconsistency\tThe same Chinese is rendered otherwise in row 1: “It involved 1.837 billion yuan.”.\n',
      ].join('\n'),
    )
  })

  it('prints one JSON object a line, from standard input', async () => {
    const { code, out } = await check(['-', '--format', 'jsonl'], lines(RIGHT, WRONG))
    expect(code).toBe(1)
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      expect.objectContaining({
        id: 'a',
        check: 'numerals',
        severity: 'error',
        zh: [2, 9],
        en: [12, 30],
        message: expect.stringContaining('18.37 billion'),
      }),
      expect.objectContaining({ id: 'a', check: 'consistency', severity: 'note' }),
    ])
  })

  it('keeps apart segments of one id', async () => {
    const { out } = await check(['-'], lines({ ...RIGHT, id: 'a' }, { ...WRONG, id: 'a' }))
    expect(out.split('\n').map((line) => line.split('\t')[2])).toEqual(['numerals', 'consistency', undefined])
  })

  it('is silent and exits 0 when there is nothing to say', async () => {
    expect(await check([await file('none.jsonl', lines(RIGHT))])).toEqual({ code: 0, out: '', err: '' })
    expect(await check(['-'], '')).toEqual({ code: 0, out: '', err: '' })
  })

  it('reads TMX', async () => {
    const unit = `<tu tuid="7"><tuv xml:lang="zh-CN"><seg>${WRONG.zh}</seg></tuv><tuv xml:lang="en"><seg>${WRONG.en}</seg></tuv></tu>`
    const header =
      '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="zh-CN" datatype="plaintext"/>'
    const path = await file('some.tmx', `<?xml version="1.0"?><tmx version="1.4">${header}<body>${unit}</body></tmx>`)
    const { code, out } = await check([path, '--format=jsonl'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ id: '7', check: 'numerals' })
  })

  it('does not call a side missing that is missing throughout', async () => {
    const english = [1, 2, 3].map((id) => ({ id, zh: '', en: 'The police solved 116 cases.' }))
    expect(await check(['-'], lines(...english))).toMatchObject({ code: 0 })
  })

  it.each([
    ['not json\n', 'bad.jsonl:1'],
    [`${lines(RIGHT)}\n{"id":"b","zh":"x"}\n`, 'bad.jsonl:3'],
    ['[1]\n', 'bad.jsonl:1'],
  ])('names file and line of a bad line (%j)', async (content, place) => {
    const { code, out, err } = await check([await file('bad.jsonl', content)])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(place)
  })

  it.each([
    ['a file that is no text', ['bad.bin'], 'UTF-8'],
    ['a file that is not there', ['absent.jsonl'], 'ENOENT'],
    ['no file', [], 'usage'],
    ['an unknown format', ['-', '--format', 'xml'], "'xml'"],
    ['an unknown option', ['-', '--loud'], "'--loud'"],
    ['broken TMX', ['bad.tmx'], 'bad.tmx'],
  ])('says what is wrong with %s', async (_, args, told) => {
    await file('bad.bin', Uint8Array.of(0, 255, 254, 0xc3, 0x28))
    await file('bad.tmx', '<tmx><body>')
    const ran = await check(args.map((arg) => (arg.includes('.') ? join(folder, arg) : arg)))
    expect(ran).toEqual({ code: 2, out: '', err: expect.stringContaining(told) })
  })
})
