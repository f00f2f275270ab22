/** `bitext align` as a shell sees it. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bitext } from '../support/bitext'

const folder = mkdtempSync(join(tmpdir(), 'bitext-align-'))

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const ZH = '今天下雨。他在家里看书。\n\n王明问：“明天去哪里？”\n'
const EN = 'It is raining today. He is reading a book at home.\n\nWang Ming asked, "Where shall we go tomorrow?"\n'
const zh = file('zh.txt', ZH)
const en = file('en.txt', EN)

describe('bitext align', () => {
  it('splits into sentences and tells them with the beads', async () => {
    const { status, stdout } = await bitext(['align', zh, en])
    expect(status).toBe(0)
    const answer = JSON.parse(stdout)
    expect(answer.zh).toHaveLength(3)
    expect(answer.en).toHaveLength(3)
    expect(answer.beads.map((bead: { zh: number[]; en: number[] }) => [bead.zh, bead.en])).toEqual([
      [[0], [0]],
      [[1], [1]],
      [[2], [2]],
    ])
    expect(answer.engine).toMatch(/^duizhao-align\//)
  })

  it('with --sentences takes each line for one, the empty ones too, and reads standard input', async () => {
    const lines = ['今天下雨。', '', '他在家里看书。']
    const { status, stdout } = await bitext(
      ['align', file('lines.zh', `${lines.join('\n')}\n`), '-', '--sentences'],
      'It is raining today.\r\n\r\nHe is reading a book at home.',
    )
    expect(status).toBe(0)
    const { beads } = JSON.parse(stdout) as { beads: { zh: number[]; en: number[]; confidence: number }[] }
    expect(beads.flatMap((bead) => bead.zh)).toEqual([0, 1, 2])
    expect(beads.flatMap((bead) => bead.en).sort()).toEqual([0, 1, 2])
    expect(beads.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true)
  })

  it('takes beads that are right, boundaries and terms of one’s own, and tells confidences in text', async () => {
    const lines = {
      zh: ['今天下雨。', '小玄子来了。', '他在家里看书。'],
      en: ['It is raining today.', 'Misty came.', 'He is reading a book at home.'],
    }
    const files = [
      file('g.zh', lines.zh.join('\n')),
      file('g.en', lines.en.join('\n')),
      '--sentences',
      '--format',
      'txt',
      '--confidence',
    ]
    const guided = (...options: string[]) => bitext(['align', ...files, ...options])
    const terms = await guided('--terms', file('terms.tsv', '# names\n小玄子\tMisty\n'))
    expect(terms.stdout.split('\n')[1]).toMatch(/^小玄子来了。\tMisty came\.\t(0\.\d{3}|1\.000)$/)
    const right = await guided(
      '--confirmed',
      file('right.json', '[[[0, 1], [0]]]'),
      '--cuts',
      file('cuts.json', '[[2, 1]]'),
    )
    expect(right.stdout.split('\n')[0]).toBe('今天下雨。小玄子来了。\tIt is raining today.\t1.000')
    const wrong = await guided('--confirmed', file('wrong.json', '[[[9], [0]]]'))
    expect([wrong.status, wrong.stderr]).toEqual([
      2,
      expect.stringContaining('confirmed zh sentence 9 lies outside the text'),
    ])
  })

  it('keeps turns beside each other where both texts have as many', async () => {
    const turns = {
      zh: '主持人：\n\n大家好。欢迎各位。\n\n王明：\n\n谢谢。今天介绍三项工作。\n',
      en: 'Moderator:\n\nGood morning. Welcome, everyone.\n\nWang Ming:\n\nThank you. Today I will present three pieces of work.\n',
    }
    const { stdout } = await bitext(['align', file('t.zh', turns.zh), file('t.en', turns.en)])
    const answer = JSON.parse(stdout) as { zh: string[]; en: string[]; beads: { zh: number[]; en: number[] }[] }
    const label = answer.zh.findIndex((sentence) => sentence.startsWith('王明'))
    const englishLabel = answer.en.findIndex((sentence) => sentence.startsWith('Wang Ming'))
    for (const bead of answer.beads)
      for (const i of bead.zh) for (const j of bead.en) expect(i < label).toBe(j < englishLabel)
  })

  it.each([
    ['txt', /^今天下雨。\tIt is raining today\.\n他在家里看书。\t/],
    ['csv', /今天下雨。","It is raining today\./],
    ['tmx', /<seg>今天下雨。<\/seg>/],
  ])('writes %s', async (format, expected) => {
    const { status, stdout } = await bitext(['align', zh, en, '--format', format])
    expect(status).toBe(0)
    expect(stdout).toMatch(expected)
  })

  it.each([
    [['align', zh], 'two files'],
    [['align', zh, en, zh], 'two files'],
    [['align', '-', '-'], 'standard input'],
    [['align', zh, en, '--what'], '--what'],
    [['align', zh, en, '--terms'], '--terms wants a file'],
    [['align', zh, en, '--terms', file('bad.tsv', '小玄子 Misty')], 'bad.tsv:1: wants Chinese, a tab, English'],
    [['align', zh, en, '--cuts', file('bad.json', '[[1]]')], 'bad.json: wants cuts'],
    [['align', zh, en, '--confidence'], 'goes with --format txt'],
    [['align', zh, en, '--format', 'doc'], "not 'doc'"],
    [['align', zh, join(folder, 'none.txt')], 'none.txt: cannot be read'],
    [['align', zh, file('empty.txt', '')], 'empty.txt: The file is empty'],
  ])('%j is refused', async (args, message) => {
    const { status, stdout, stderr } = await bitext(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
  })
})
