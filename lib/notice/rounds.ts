/** What workers do about notices every half minute: remind of dates, and write letters. Any number of them may. */
import { mailNotices } from './mail-notices'
import { remindOfDates } from './remind'

const ROUND_MS = 30_000

export function startNoticeRounds(onTrouble: (error: unknown) => void): { stop(): Promise<void> } {
  let round: Promise<void> | null = null
  const begin = () => {
    round ??= remindOfDates()
      .then(() => mailNotices())
      .then(() => {})
      .catch(onTrouble)
      .finally(() => {
        round = null
      })
  }
  begin()
  const timer = setInterval(begin, ROUND_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      await round
    },
  }
}
