/** What a person does to the rows, and what it is about once the server has numbered what the screen only guessed. */
import { otherSide } from '@/lib/bitext/text'
import type { SegmentRow } from '@/lib/segment/queries'
import { followOffset, type Operation } from './rearrange'

export type Confirming = { what: 'confirm'; from: number | null; to: number; confirmed: boolean }

export type Deed = Operation | Confirming

type Pair = (id: number) => [SegmentRow | undefined, SegmentRow | undefined]

/** The same deed, with rows by their real numbers and places by the texts that are there now. */
export function follow(deed: Deed, idOf: (id: number) => number, pair: Pair): Deed {
  switch (deed.what) {
    case 'push':
    case 'pull':
    case 'split': {
      const [guessed, real] = pair(deed.id)
      const at = (side: 'zh' | 'en', offset: number) =>
        guessed && real ? followOffset(guessed[side], real[side], offset) : offset
      const moved = { ...deed, id: idOf(deed.id), offset: at(deed.side, deed.offset) }
      if (moved.what === 'split') return { ...moved, otherOffset: at(otherSide(moved.side), moved.otherOffset) }
      return moved.to === undefined ? moved : { ...moved, to: idOf(moved.to) }
    }
    case 'shift':
      return { ...deed, id: idOf(deed.id) }
    case 'swap':
      return { ...deed, id: idOf(deed.id), with: idOf(deed.with) }
    case 'merge':
    case 'move':
      return { ...deed, from: idOf(deed.from), to: idOf(deed.to) }
    case 'confirm':
      return { ...deed, from: deed.from === null ? null : idOf(deed.from), to: idOf(deed.to) }
  }
}
