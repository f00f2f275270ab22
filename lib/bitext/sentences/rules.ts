/**
 * What segmentation rules are made of. A rule is an SRX 2.0 rule (`beforebreak`, `afterbreak`, `break="yes|no"`): of the rules
 * that fit a place, the first decides; where none fits, `otherwise` does. So rules of a translation memory can be given here later.
 */

export type SentenceRule = {
  breaks: boolean
  /** Fits the text that ends at the place; must end in `$`. It sees at most `WINDOW` characters. */
  before?: RegExp
  /** Fits the text that starts at the place (white space included); must be sticky. */
  after?: RegExp
}

export type SentenceRules = {
  /** Where a sentence may end: stops (and, where it matters, what must follow). Global, linear. */
  ends: RegExp
  /** What closes after the stop and stays with its sentence. Sticky; may fit nothing. */
  closing: RegExp
  rules: readonly SentenceRule[]
  otherwise: boolean
  /** Opening and closing marks whose inside is one thing (see quotation.ts); none: quotations are not looked at. */
  enclosures?: EnclosureRules
}

export type EnclosureRules = {
  /** `quotes` may hold whole sentences when they quote somebody; within other marks no sentence ends. */
  marks: readonly { open: string; close: string; quotes: boolean }[]
  /** Fits what stands before the opening mark of somebody's words. */
  spoken: RegExp
  /** Fits what stands before the closing mark when a sentence has ended within. */
  ended: RegExp
  /** Sticky: what follows the closing mark goes on with the phrase the quotation is a part of. */
  continues: RegExp
  /** Stops that may end a sentence within somebody's words. */
  stops: RegExp
  /** Stops that end no sentence when the mark that closes after them is part of a phrase and words follow. */
  weak: RegExp
}

/** How far back a `before` looks: longer than any abbreviation with what leads up to it, short enough to stay linear. */
export const WINDOW = 48
