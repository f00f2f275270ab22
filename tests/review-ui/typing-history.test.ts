import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { typingHistory } from '@/app/projects/[projectId]/review/[documentId]/state/typing-history'

type Input = { is: 'type' | 'compose' | 'paste' | 'back' | 'forward' | 'seal'; at: number; words: string }

const TYPES = {
  type: 'insertText',
  compose: 'insertFromComposition',
  paste: 'insertFromPaste',
  back: 'deleteContentBackward',
  forward: 'deleteContentForward',
}

/** A field as a browser would send its events: each answers the text and where the caret then stands. */
function field(initial: string) {
  const history = typingHistory(initial)
  let text = initial
  const put = (at: number, removed: number, added: string, inputType: string) => {
    text = text.slice(0, at) + added + text.slice(at + removed)
    history.typed(text, at + added.length, inputType)
  }
  return {
    history,
    text: () => text,
    input({ is, at, words }: Input) {
      const where = Math.min(at, text.length)
      if (is === 'seal') history.seal()
      else if (is === 'back') put(Math.max(0, where - 1), where > 0 ? 1 : 0, '', TYPES.back)
      else if (is === 'forward') put(where, 1, '', TYPES.forward)
      else put(where, 0, words, TYPES[is])
    },
    type(words: string, at = text.length) {
      for (const [i, letter] of [...words].entries()) put(at + i, 0, letter, TYPES.type)
    },
    back(times: number) {
      for (let i = 0; i < times; i++) put(text.length - 1, 1, '', TYPES.back)
    },
  }
}

function undoneAll(of: ReturnType<typeof field>): string[] {
  const texts: string[] = []
  for (let step = of.history.undo(); step; step = of.history.undo()) texts.push(step.text)
  return texts
}

describe('what one undo takes back', () => {
  test.each<[string, (cell: ReturnType<typeof field>) => void, string[]]>([
    ['the letters of a word', (cell) => cell.type('abc'), ['']],
    ['word by word', (cell) => cell.type('one two  three'), ['one two  ', 'one ', '']],
    [
      'letters deleted one after the other at once, and apart from those typed before',
      (cell) => {
        cell.type('abcde')
        cell.back(3)
      },
      ['abcde', ''],
    ],
    [
      'a composed word',
      (cell) => {
        cell.input({ is: 'compose', at: 0, words: '灯塔' })
        cell.input({ is: 'compose', at: 2, words: '检修' })
      },
      ['灯塔', ''],
    ],
    [
      'a paste, whatever is typed after it',
      (cell) => {
        cell.input({ is: 'paste', at: 0, words: 'one two' })
        cell.type('s')
      },
      ['one two', ''],
    ],
    [
      'what was typed since the text was saved',
      (cell) => {
        cell.type('abc')
        cell.history.seal()
        cell.type('def')
      },
      ['abc', ''],
    ],
    ['nothing where nothing was typed', () => {}, []],
  ])('%s', (_, act, expected) => {
    const cell = field('')
    act(cell)
    expect(undoneAll(cell)).toEqual(expected)
  })

  test('the caret goes where the words were', () => {
    const cell = field('aa aa')
    cell.type('a', 1)
    expect(cell.history.undo()).toEqual({ text: 'aa aa', caret: 1 })
    expect(cell.history.redo()).toEqual({ text: 'aaa aa', caret: 2 })
  })

  test('typing after an undo forgets what could have been redone', () => {
    const cell = field('')
    cell.type('abc')
    cell.history.undo()
    cell.history.typed('x', 1, 'insertText')
    expect(cell.history.redo()).toBeNull()
    expect(cell.history.undo()).toEqual({ text: '', caret: 0 })
  })
})

const INPUT: fc.Arbitrary<Input> = fc.record({
  is: fc.constantFrom('type', 'type', 'type', 'compose', 'paste', 'back', 'forward', 'seal'),
  at: fc.nat(12),
  words: fc.oneof(fc.constantFrom('a', 'b', ' ', '灯', '𠮷'), fc.string({ maxLength: 4, unit: 'binary' })),
})

test('law: undoing all gives the first text, redoing all the last, whatever was done', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.array(INPUT, { maxLength: 40 }), (initial, inputs) => {
      const cell = field(initial)
      for (const input of inputs) cell.input(input)
      const last = cell.text()
      const back = undoneAll(cell)
      expect(back.at(-1) ?? last).toBe(back.length > 0 ? initial : last)
      let forward = back.length > 0 ? initial : last
      for (let step = cell.history.redo(); step; step = cell.history.redo()) forward = step.text
      expect(forward).toBe(last)
    }),
  )
})
