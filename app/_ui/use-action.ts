'use client'
/** Runs a server action from a component: whether it is under way, and what it refused. */
import { useRouter } from 'next/navigation'
import { useCallback, useRef, useState } from 'react'
import type { Failure, Outcome } from '../_server/outcome'
import { useTexts } from './texts/texts-provider'
import { unanswered } from './unanswered'

type Options = {
  /** Show what changed on the page afterwards. On by default. */
  refresh?: boolean
}

/**
 * `const save = useAction(saveEdit)`; `const value = await save.run(input)` answers null when refused, and then
 * `save.failure` says why. A second call while one is under way is ignored: no double submit.
 */
export function useAction<Input, Value>(
  action: (input: Input) => Promise<Outcome<Value>>,
  { refresh = true }: Options = {},
) {
  const t = useTexts()
  const router = useRouter()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [running, setRunning] = useState(false)
  const busy = useRef(false)

  const run = useCallback(
    async (input: Input): Promise<{ value: Value } | null> => {
      if (busy.current) return null
      busy.current = true
      setRunning(true)
      setFailure(null)
      const outcome = await action(input).catch(unanswered(t))
      busy.current = false
      setRunning(false)
      if (outcome.ok) {
        if (refresh) router.refresh()
        return { value: outcome.value }
      }
      setFailure(outcome)
      return null
    },
    [action, refresh, router, t],
  )
  return { run, running, failure, clear: () => setFailure(null) }
}
