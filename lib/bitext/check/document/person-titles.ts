/** One person with two titles: "Name, title" in speaker lists, captions and ledes, compared as far as both go. */
import { titleOf } from '../../register/english-people'
import { peopleNamed } from '../../register/index-register'
import { foldTitle, isSameTitle } from '../../register/same-title'
import type { CheckedSegment } from '../finding'
import { finding, quote } from '../messages'
import {
  type DocumentCheck,
  type DocumentFinding,
  type DocumentSettings,
  groupBy,
  type Mention,
  variantsOf,
} from './variants'

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

/** Who has titles in the project's register is judged by them. */
function report(segments: readonly CheckedSegment[], { register }: DocumentSettings): DocumentFinding[] {
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
        form: foldTitle(words),
        person: person!,
      }
    }),
  )
  const unknown = titled.filter(
    ({ person }) => !register || !peopleNamed(register, person, 'en').some(({ titles }) => titles.length > 0),
  )
  const people = groupBy(unknown, ({ person }) => person)
  return [...people.values()].flatMap((group) =>
    variantsOf(group).flatMap(({ mention, usual }) =>
      isSameTitle('en', mention.form, usual.form) ? [] : [say(mention as Titled, usual)],
    ),
  )
}

function say(mention: Titled, usual: Mention): DocumentFinding {
  const values = { person: mention.person, words: quote(mention.words), other: quote(usual.words) }
  return { segmentId: mention.segment.id, ...finding(ID, 'warning', 'person-titles', values, { en: mention }) }
}
