import type { Outcome } from '@/app/_server/outcome'
import { unanswered } from '@/app/_ui/unanswered'
import type { Screen } from './screen'

/** Runs a server action; a refusal is told and answers null. */
export async function attempt<Value>(screen: Screen, act: () => Promise<Outcome<Value>>): Promise<Value | null> {
  const outcome = await act().catch(unanswered(screen.t))
  if (outcome.ok) return outcome.value
  screen.tell(outcome.message, { failed: true })
  return null
}
