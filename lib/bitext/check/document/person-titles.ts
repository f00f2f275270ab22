/** One person with two titles: "Name, title" in speaker lists, captions and ledes, compared as far as both go. */
import type { CheckedSegment } from '../finding'
import { finding, quote } from '../messages'
import { type DocumentCheck, type DocumentFinding, groupBy, type Mention, variantsOf } from './variants'

const ID = 'person-titles'

export const personTitles: DocumentCheck = {
  id: ID,
  says: 'A person has one title throughout the document.',
  run: report,
}

const OFFICE =
  '(?:vice |deputy |executive |assistant |acting |former |first |senior |chief |director general|director-general|director|minister|president|chair|head|secretary|mayor|governor|commissioner|spokesperson|spokesman|spokeswoman|inspector|counsel|member|general manager|captain|leader|editor|professor|party secretary)'
const PERSON = new RegExp(`(?<![A-Za-z])([A-Z][a-z]+(?: [A-Z][a-z'-]+){1,2}), (${OFFICE}[^.;:()\\n]{3,160})`, 'g')

type Titled = Mention & { person: string }

function report(segments: readonly CheckedSegment[]): DocumentFinding[] {
  const titled = segments.flatMap((segment, index): Titled[] =>
    Array.from(segment.en.matchAll(PERSON), ({ 0: all, 1: person, 2: rest, index: at }) => {
      const words = titleOf(rest!)
      const from = at + all.indexOf(rest!)
      return {
        segment,
        row: index + 1,
        side: 'en',
        from,
        to: from + words.length,
        words,
        form: fold(words),
        person: person!,
      }
    }),
  )
  const people = groupBy(titled, ({ person }) => person)
  return [...people.values()].flatMap((group) =>
    variantsOf(group).flatMap(({ mention, usual }) =>
      isShorter(mention.form, usual.form) ? [] : [say(mention as Titled, usual)],
    ),
  )
}

/** The title ends where a list goes on ("…, and Yang Xin, …") or the sentence has its verb. */
export function titleOf(rest: string): string {
  const end =
    /,? and [A-Z][a-z]+ [A-Z]|, [A-Z][a-z]+ [A-Z][a-z]+,|,? (?:will|said|attended|answered|introduced|was|is|were|has|have|who|speaks|takes|answers|briefs|spoke|told|attends?)\b|, (?=[a-z])(?!and\b)/.exec(
      rest,
    )
  return rest.slice(0, end?.index ?? rest.length).replace(/[\s,]+$/, '')
}

function fold(title: string): string {
  return title
    .toLowerCase()
    .replace(/\b(?:the|of|for|and|on)\b/g, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim()
}

/** "vice minister" is "vice minister of public security" cut short. */
function isShorter(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a)
}

function say(mention: Titled, usual: Mention): DocumentFinding {
  const values = { person: mention.person, words: quote(mention.words), other: quote(usual.words) }
  return { segmentId: mention.segment.id, ...finding(ID, 'warning', 'person-titles', values, { en: mention }) }
}
