import type { Outcome } from '@/app/_server/outcome'
import type { Screen } from './screen'

/** Runs a server action; a refusal is told and answers null. */
export async function attempt<Value>(screen: Screen, act: () => Promise<Outcome<Value>>): Promise<Value | null> {
  const outcome = await act().catch(() => null)
  if (outcome?.ok) return outcome.value
  screen.tell(outcome?.message ?? screen.t('problems.offline'), { failed: true })
  return null
}
