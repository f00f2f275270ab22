/** A person among those work could be given to, in one line. */
import type { Candidate } from '@/lib/assignment/candidates'
import type { Translate } from '../texts/translate'

export function isBarred({ may, ownRows }: Candidate, fourEyes: boolean): boolean {
  return !may || (fourEyes && ownRows > 0)
}

/** Why not, where something speaks against them; else how much they have already. */
export function candidateText(t: Translate, candidate: Candidate): string {
  const { name, may, ownRows, load } = candidate
  if (!may) return t('assignment.mayNotRole', { name })
  if (ownRows > 0) return t('assignment.ownRows', { name, count: ownRows })
  if (load.assignments === 0) return t('assignment.hasNothing', { name })
  return t('assignment.hasLoad', { name, zh: load.zh, en: load.en })
}
