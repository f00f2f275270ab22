'use client'
import { useEffect } from 'react'
import type { Outcome } from '../_server/outcome'
import { useToast } from './toast'
import { useAction } from './use-action'

/** An action whose refusal is told in a notice, for controls with no room of their own for it. */
export function useTold<Input, Value>(action: (input: Input) => Promise<Outcome<Value>>) {
  const tell = useToast()
  const running = useAction(action)
  const { failure } = running
  useEffect(() => {
    if (failure) tell(failure.message, { failed: true })
  }, [failure, tell])
  return running
}
