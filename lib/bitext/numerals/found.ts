/** What the readers of both languages answer before hedges and texts are added. */
import type { Span } from '../text'
import type { Modifier, Quantity, Weight } from './numeral'

/** A `value` of NaN says: these characters are read, and are no number (versions, sections). */
export type Found = Span &
  Quantity & {
    weight: Weight
    counted?: boolean
    also?: Quantity[]
    modifier?: Modifier
    malformed?: boolean
    loose?: boolean
    within?: Quantity
    end?: 'from' | 'to'
  }

/** Asked at one position of a surface text; consumes what it answers. */
export type Reader = (text: string, at: number) => Found | Found[] | null

export function quantityOf(kind: Quantity['kind'], value: number, unit = ''): Quantity {
  return { kind, value, unit }
}
