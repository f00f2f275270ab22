/**
 * Whether administrators must have a second factor (DUIZHAO_SECOND_FACTOR=administrators). Until one of them has turned it on
 * they are a person like others: what only administrators may do waits.
 */
export function administratorsNeedOne(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.DUIZHAO_SECOND_FACTOR === 'administrators'
}
