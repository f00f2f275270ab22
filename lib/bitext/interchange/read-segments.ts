/** What every reader of a bilingual file answers. */
import type { Notice, Problem, Reading } from '../text'

/** An empty string means the side is missing. */
export type ReadSegment = { id: string; zh: string; en: string }

/** `notices` say what was left out or changed on the way, with the first line it concerns. */
export type ReadSegments = Reading<{ segments: ReadSegment[]; notices: Problem[] }>

export function refused(id: string, message: string, line?: number, values: Notice['values'] = {}): ReadSegments {
  return { ok: false, problems: [{ id, message, values, ...(line === undefined ? {} : { line }) }] }
}

/** Counts occurrences of one kind; a file with ten thousand of them gives one notice. */
export class Tally {
  private readonly seen = new Map<string, { count: number; line: number; message: string }>()

  /** `message` follows the count: "3 inline codes were left out". */
  add(id: string, line: number, message: string): void {
    const known = this.seen.get(id)
    if (known) known.count++
    else this.seen.set(id, { count: 1, line, message })
  }

  notices(): Problem[] {
    return Array.from(this.seen, ([id, { count, line, message }]) => ({
      id,
      message: `${count} ${message}`,
      values: { count },
      line,
    }))
  }
}

/** Makes every id its own: a second "7" becomes "7#2". */
export class UniqueIds {
  private readonly taken = new Set<string>()

  claim(wanted: string): string {
    let id = wanted
    for (let n = 2; this.taken.has(id); n++) id = `${wanted}#${n}`
    this.taken.add(id)
    return id
  }
}
