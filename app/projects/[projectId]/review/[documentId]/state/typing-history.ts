/**
 * What was typed into one cell, step by step, to be undone and redone. Ours and not the browser's: the browser forgets
 * its steps when the field leaves the page (rows are virtual) or when its text is set from outside, and makes a step of
 * every letter where the page is painted between two.
 *
 * A step is the replacement of one stretch of text. Letters of one word typed one after the other are one step, and so
 * are letters deleted one after the other; a composed word, a paste and a spelling put right are each a step of their
 * own. Always: undoing every step gives the text the history began with, and redoing them the text it ended with.
 */

type Step = { at: number; removed: string; added: string }

/** A text and where the caret belongs in it, in UTF-16 units. */
export type Restored = { text: string; caret: number }

export type TypingHistory = {
  /** The text as the history knows it; when the cell shows another, somebody else wrote it and a new history begins. */
  text(): string
  /** Takes down what the field became. `caret` as it stands after the input; `inputType` as in Input Events Level 2. */
  typed(next: string, caret: number, inputType: string): void
  /** What is typed from now on is a step of its own. */
  seal(): void
  undo(): Restored | null
  redo(): Restored | null
}

/** More than anybody takes back by hand. */
const MOST_STEPS = 1000

/** Kinds of input that go on where the last one ended. */
const FLOWING = new Set(['insertText', 'deleteContentBackward', 'deleteContentForward'])

export function typingHistory(initial: string): TypingHistory {
  let text = initial
  let open = false
  const done: Step[] = []
  let undone: Step[] = []
  return {
    text: () => text,
    typed(next, caret, inputType) {
      if (next === text) return
      const step = stepBetween(text, next, caret)
      const flowing = FLOWING.has(inputType)
      const last = open && flowing ? done.at(-1) : undefined
      const joined = last && join(last, step)
      if (joined) done[done.length - 1] = joined
      else done.push(step)
      if (done.length > MOST_STEPS) done.shift()
      undone = []
      open = flowing
      text = next
    },
    seal() {
      open = false
    },
    undo() {
      const step = done.pop()
      if (!step) return null
      undone.push(step)
      open = false
      text = replaced(text, step.at, step.added, step.removed)
      return { text, caret: step.at + step.removed.length }
    },
    redo() {
      const step = undone.pop()
      if (!step) return null
      done.push(step)
      open = false
      text = replaced(text, step.at, step.removed, step.added)
      return { text, caret: step.at + step.added.length }
    },
  }
}

function replaced(text: string, at: number, old: string, fresh: string): string {
  return text.slice(0, at) + fresh + text.slice(at + old.length)
}

/** The caret tells which of several equal letters was typed: what follows it was there before. */
function stepBetween(before: string, after: string, caret: number): Step {
  const mostAfter = Math.min(before.length, after.length - caret)
  let end = 0
  while (end < mostAfter && before.at(-1 - end) === after.at(-1 - end)) end++
  if (isTrail(before, before.length - end)) end--
  const most = Math.min(before.length, after.length) - end
  let start = 0
  while (start < most && before[start] === after[start]) start++
  if (start > 0 && (isTrail(before, start) || isTrail(after, start))) start--
  return { at: start, removed: before.slice(start, before.length - end), added: after.slice(start, after.length - end) }
}

/** Whether the unit at `at` is the second half of a character: no caret may stand before it. */
function isTrail(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text[at] ?? '')
}

function join(last: Step, step: Step): Step | null {
  if (!step.removed && step.at === last.at + last.added.length && !beginsWord(last.added, step.added)) {
    return { ...last, added: last.added + step.added }
  }
  if (step.added || last.added) return null
  if (step.at + step.removed.length === last.at) return { ...step, removed: step.removed + last.removed }
  if (step.at === last.at) return { ...last, removed: last.removed + step.removed }
  return null
}

function beginsWord(before: string, typed: string): boolean {
  return before === '' || (/\s$/.test(before) && !/^\s/.test(typed))
}
