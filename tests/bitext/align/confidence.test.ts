/** What is alone is judged by how closely the text follows the other. */
import { describe, expect, it } from 'vitest'
import { beadTypes, closeness, likelierAlone, reestimated, shapeIndex } from '../../../lib/bitext/align/bead-types'
import { calibrated, calibratedAlone } from '../../../lib/bitext/align/confidence'
import { CONSTANTS } from '../../../lib/bitext/align/constants'

const types = beadTypes(CONSTANTS)
const seen = (counts: Record<string, number>) => {
  const list = new Float64Array(types.prior.length)
  for (const [shape, count] of Object.entries(counts)) {
    const [zh = 0, en = 0] = shape.split(':').map(Number)
    list[shapeIndex(types, zh, en)] = count
  }
  return reestimated(types, list, 0, CONSTANTS.priorStrength)
}
const free = seen({ '1:1': 300, '1:2': 200, '2:1': 60 })
const close = seen({ '1:1': 3000, '1:2': 10 })
const share = (of: typeof types, a: number, b: number) => Math.exp(of.prior[shapeIndex(of, a, b)]!)

describe('one-sided beads', () => {
  it('are likelier in close translation, and nothing else is', () => {
    expect(closeness(free)).toBe(0)
    expect(closeness(close)).toBeGreaterThan(0.9)
    for (const [a, b] of [[1, 0], [0, 1]] as const) {
      expect(share(likelierAlone(free, 6), a, b)).toBe(share(free, a, b))
      expect(share(likelierAlone(close, 6), a, b) / share(close, a, b)).toBeCloseTo(1 + 6 * closeness(close), 6)
    } // biome-ignore format: a table
    expect(share(likelierAlone(close, 6), 1, 1)).toBe(share(close, 1, 1))
  })

  it('are believed less in free translation and more in close', () => {
    const said = calibrated(0.8, CONSTANTS)
    expect(calibratedAlone(0.8, CONSTANTS, 0)).toBeLessThan(said)
    expect(calibratedAlone(0.8, CONSTANTS, 1)).toBeGreaterThan(said)
    expect([calibratedAlone(0, CONSTANTS, 1), calibratedAlone(1, CONSTANTS, 0)]).toEqual([0, 1])
  })
})
