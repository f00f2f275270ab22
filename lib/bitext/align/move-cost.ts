/** What it costs to pair text far from where it stands, and between which places it may move at all. */
import type { Side } from '../text'
import type { Layout } from './confirmed'
import type { Constants } from './constants'

/** Crossing a hard cut costs as much again: turns and headings were cut where both texts agree on them. Set by hand. */
export const CUT_COST = 5

/** A moved bead has to speak for itself, and by the logarithm of the pairs it was picked from. */
export function costOfMove({ moveCost }: Constants, zhCount: number, enCount: number): number {
  return moveCost + Math.log(Math.max(1, zhCount * enCount))
}

/** `room` counts the barriers before a sentence, which nothing passes, `section` the cuts. */
export type Place = { room: number; section: number }

/** Of each of these sentences, which ascend. */
export function placesOf(sentences: readonly number[], { cuts, barriers }: Layout, side: Side): Place[] {
  let room = 0
  let section = 0
  return sentences.map((at) => {
    while (room < barriers.length && barriers[room]![side] <= at) room++
    while (section < cuts.length && cuts[section]![side] <= at) section++
    return { room, section }
  })
}
