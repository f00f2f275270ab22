import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutBody, findMentions, renameInBody } from '../../lib/comment/body'

const MEMBERS = [
  { id: 'mark', name: 'Mark Ellis' },
  { id: 'marky', name: 'Mark Ellison' },
  { id: 'jing', name: '周静' },
  { id: 'yi', name: '周静怡' },
  { id: 'li-1', name: 'Li Na' },
  { id: 'li-2', name: 'Li Na' },
]

describe('who is named', () => {
  test.each<[string, string[], string[]]>([
    ['@Mark Ellis please look', [], ['mark']],
    ['@mark ellis please look', [], ['mark']],
    ['@Mark Ellison please look', [], ['marky']],
    ['@Mark Ellisons', [], []],
    ['请@周静看', [], ['jing']],
    ['请＠周静怡看', [], ['yi']],
    ['@周静，@周静', [], ['jing']],
    ['ask jing@周静.cn', [], []],
    ['@Li Na?', [], ['li-1', 'li-2']],
    ['@Li Na?', ['li-2'], ['li-2']],
    ['nobody @ here', [], []],
    ['@Mark', ['mark'], []],
  ])('%s', (body, picked, ids) => {
    expect(findMentions(body, MEMBERS, picked).map(({ id }) => id)).toEqual(ids)
  })
})

describe('what is shown', () => {
  const kinds = (body: string, names: string[] = []) =>
    cutBody(body, names).flatMap(({ kind, text }) => (kind === 'text' ? [] : [[kind, text]]))

  test.each<[string, string[], [string, string][]]>([
    ['see https://example.org/a?b=1.', [], [['link', 'https://example.org/a?b=1']]],
    ['见https://example.org/a，谢谢', [], [['link', 'https://example.org/a']]],
    ['(https://example.org/a_(b))', [], [['link', 'https://example.org/a_(b)']]],
    ['(https://example.org/a)', [], [['link', 'https://example.org/a']]],
    ['javascript:alert(1) ftp://x data:text/html,x', [], []],
    ['<img src=x onerror=alert(1)>', [], []],
    [
      '@周静 https://x.org/@周静',
      ['周静'],
      [
        ['mention', '@周静'],
        ['link', 'https://x.org/@'],
      ],
    ],
  ])('%s', (body, names, wanted) => {
    expect(kinds(body, names)).toEqual(wanted)
  })

  test('the pieces join to the text, and no address can run', () => {
    const words = fc.constantFrom(
      '@',
      '周静',
      'Mark Ellis',
      'https://',
      'javascript:',
      '.',
      ')',
      '，',
      ' ',
      '\n',
      '<b>',
      'a',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 20 }), (parts) => {
        const body = parts.join('')
        const pieces = cutBody(body, ['周静', 'Mark Ellis'])
        expect(pieces.map(({ text }) => text).join('')).toBe(body)
        for (const { kind, text } of pieces) if (kind === 'link') expect(/^https?:\/\//.test(text)).toBe(true)
      }),
    )
  })
})

describe('another name where one is mentioned', () => {
  const to = 'X 7'
  test.each<[string, string, string[], string]>([
    ['@Mark Ellis please', 'Mark Ellis', [], '@X 7 please'],
    ['请@周静看，＠周静！', '周静', [], '请@X 7看，＠X 7！'],
    ['@周静怡 和 @周静', '周静', ['周静怡'], '@周静怡 和 @X 7'],
    ['@Li Na', 'Li Na', ['Li Na'], '@Li Na'],
    ['Mark Ellis said so', 'Mark Ellis', [], 'Mark Ellis said so'],
    ['mail@周静.example', '周静', [], 'mail@周静.example'],
  ])('%s', (body, from, others, renamed) => expect(renameInBody(body, { from, to, others })).toBe(renamed))
})
