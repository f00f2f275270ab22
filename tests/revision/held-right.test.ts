import { expect, test } from 'vitest'
import { heldRight, lastCompared, type StatusStep } from '../../lib/revision/held-right'
import type { SegmentStatus } from '../../lib/segment/rules'

const NAMES: Record<string, SegmentStatus> = {
  d: 'draft',
  t: 'translated',
  e: 'revised',
  w: 'reviewed',
  r: 'released',
}

/** `te` is a step, `et-` a demotion, `et~` one that turns another back, `t!` a verdict; each said of the version of its place. */
function steps(written: string): StatusStep[] {
  return written.split(' ').map((word, i) => {
    const [from, to] = [NAMES[word[0]!]!, NAMES[word[1]!] ?? NAMES[word[0]!]!]
    const verdict = word.endsWith('!') ? ('still-correct' as const) : null
    const [demotion, undo] = [word.endsWith('-'), word.endsWith('~')]
    return {
      segmentId: 1,
      from,
      to,
      demotion,
      undo,
      verdict,
      zhVersion: i + 1,
      enVersion: i + 1,
      createdAt: new Date(i),
    }
  })
}

test.each([
  ['te', [1]],
  ['te ew', [1, 2]],
  // A change of words outdates what was approved, and it stays what was approved last.
  ['te et-', [1]],
  ['te et- te et', [1]],
  ['te ew wt', []],
  ['te ew we', [1]],
  // An act on many rows, and its undoing.
  ['te et~', []],
  ['te et et~ te~', [1]],
  ['te ew wt te~ ew~', [1, 2]],
  ['te et te~', [1]],
  // A replacement demoted it; taken back, the approval is in force again and can be withdrawn.
  ['te et- te~', [1]],
  ['te et- te~ et', []],
  // Verdicts are never withdrawn.
  ['dt t! td', [2]],
])('%s', (written, held) => {
  expect(heldRight(steps(written)).map(({ zhVersion }) => zhVersion)).toEqual(held)
})

test.each<[string, number[], number | undefined]>([
  ['te ew', [], 2],
  // Approved while a correction stood unanswered, as was once possible.
  ['te ew', [2], 1],
  ['te', [1], undefined],
  ['te t! te', [2], 3],
])('%s after corrections of %j', (written, corrections, version) => {
  const held = heldRight(steps(written))
  expect(lastCompared(held, ({ zhVersion }) => zhVersion, corrections)?.zhVersion).toBe(version)
})
