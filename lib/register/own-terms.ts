/** What a project says of its own words in both languages, for the aligner: the terms it may use, and the names of its register. */
import { SIDES, type Side } from '../bitext/text'
import type { Term } from '../lexicon/with-terms'
import { readConcepts } from '../termbase/read-concepts'
import { readRegister } from './read-register'

/** For the work behind commands: whoever calls has asked who may. */
export async function readOwnTerms(projectId: string): Promise<Term[]> {
  const [concepts, register] = await Promise.all([readConcepts(projectId), readRegister(projectId)])
  const words = concepts.map(({ terms }) => {
    const usable = terms.filter(({ status }) => status !== 'forbidden')
    const [zh, en] = SIDES.map((side) => usable.filter((term) => term.side === side).map(({ text }) => text))
    return { zh: zh!, en: en! }
  })
  return [...words, ...register, ...register.flatMap(({ titles }) => titles)].flatMap(pairs)
}

function pairs({ zh, en }: Record<Side, readonly string[]>): Term[] {
  return zh.flatMap((chinese) => en.map((english) => ({ zh: chinese, en: english })))
}
