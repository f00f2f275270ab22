/**
 * Quotations, titles and parentheses of one line: which marks belong together, and whether a sentence may end within.
 * Pairs are found with a stack in one pass; a mark without its partner is no mark. Pairs nest, they never cross.
 */
import { type EnclosureRules, WINDOW } from './rules'

/**
 * `holdsSentences`: somebody's words, in which sentences end as elsewhere. `partOfPhrase`: the sentence around it may go on
 * over it. `aside`: put into a running sentence, so that the sentence goes on over it whatever stop it ends with.
 */
export type Enclosure = { open: number; close: number; holdsSentences: boolean; partOfPhrase: boolean; aside: boolean }

// A parenthesis longer than this holds whole sentences, or its partner is an accident.
const LONGEST_ASIDE = 300
// How far down the stack a closing mark looks for its partner: deeper nesting is a mistake in the text.
const DEPTH = 4

export function listEnclosures(text: string, rules: EnclosureRules): Enclosure[] {
  const found: Enclosure[] = []
  const open: { at: number; mark: EnclosureRules['marks'][number] }[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    const mark = rules.marks.find((each) => each.open === char || each.close === char)
    if (!mark) continue
    const partner = mark.close === char ? findPartner(open, mark) : -1
    if (partner >= 0) {
      found.push(describeEnclosure(text, open[partner]!.at, at, mark, rules))
      open.length = partner
    } else if (mark.open === char) {
      open.push({ at, mark })
    }
  }
  return found.filter(isPlausible).sort((a, b) => a.open - b.open)
}

function findPartner(open: { mark: unknown }[], mark: unknown): number {
  for (let index = open.length - 1; index >= Math.max(0, open.length - DEPTH); index--) {
    if (open[index]!.mark === mark) return index
  }
  return -1
}

function describeEnclosure(
  text: string,
  open: number,
  close: number,
  mark: EnclosureRules['marks'][number],
  rules: EnclosureRules,
): Enclosure {
  rules.continues.lastIndex = close + 1
  const spoken =
    mark.quotes &&
    rules.spoken.test(text.slice(Math.max(0, open - WINDOW), open)) &&
    rules.ended.test(text.slice(Math.max(open, close - WINDOW), close)) &&
    !rules.continues.test(text)
  const aside = !mark.quotes && /[\p{L}\p{N}]/u.test(text[open - 1] ?? '')
  return { open, close, holdsSentences: spoken, partOfPhrase: !spoken, aside }
}

function isPlausible({ open, close, holdsSentences }: Enclosure): boolean {
  return holdsSentences || close - open <= LONGEST_ASIDE
}

/** Answers, for places asked in ascending order, whether a sentence may end there as far as enclosures go. */
export class EnclosureSweep {
  private next = 0
  private active: Enclosure[] = []
  private barred = 0
  private readonly byClose: Map<number, Enclosure>

  constructor(private readonly enclosures: Enclosure[]) {
    this.byClose = new Map(enclosures.map((enclosure) => [enclosure.close, enclosure]))
  }

  /** The mark at this place opens (an ASCII quote does not show it). */
  opensAt(at: number): boolean {
    let low = 0
    let high = this.enclosures.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.enclosures[middle]!.open < at) low = middle + 1
      else high = middle
    }
    return this.enclosures[low]?.open === at
  }

  closingAt(at: number): Enclosure | undefined {
    return this.byClose.get(at)
  }

  /** What encloses the place: nothing, only speech, or something no sentence ends in. */
  around(place: number): 'nothing' | 'speech' | 'aside' {
    while (this.next < this.enclosures.length && this.enclosures[this.next]!.open < place) this.enter()
    while (this.active.length > 0 && this.active.at(-1)!.close < place) this.leave()
    if (this.barred > 0) return 'aside'
    return this.active.length > 0 ? 'speech' : 'nothing'
  }

  private enter(): void {
    const enclosure = this.enclosures[this.next++]!
    while (this.active.length > 0 && this.active.at(-1)!.close < enclosure.open) this.leave()
    this.active.push(enclosure)
    if (!enclosure.holdsSentences) this.barred++
  }

  private leave(): void {
    if (!this.active.pop()!.holdsSentences) this.barred--
  }
}
