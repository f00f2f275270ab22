'use client'
/** Saves the confirmed texts: how far it is, what went wrong, and the way to call it off. */
import { useEffect, useRef, useState } from 'react'
import type { Adding, ReadFailure } from './reading'
import { callOff, type Saved, type SavingPhase, saveDocument } from './send'

/** null: nothing under way. `goOn`: saved, but there is something to read first. */
export type SavingState = { phase: SavingPhase; share: number } | { done: Saved; goOn?: () => void } | null

export function useSaving(projectId: string, adding: Adding | undefined) {
  const [state, setState] = useState<SavingState>(null)
  const [failure, setFailure] = useState<ReadFailure | null>(null)
  const [cancelled, setCancelled] = useState(false)
  const running = useRef<AbortController | null>(null)
  const job = useRef<string | null>(null)
  const base = `/api/projects/${projectId}/documents`
  const address = adding ? `${base}/${adding.documentId}/side` : base

  useEffect(() => () => running.current?.abort(), [])

  async function save(form: FormData): Promise<Saved | null> {
    // A second press while the first is under way would save the document twice.
    if (running.current && !running.current.signal.aborted) return null
    const controller = new AbortController()
    const { signal } = controller
    running.current = controller
    setFailure(null)
    setCancelled(false)
    setState({ phase: 'sending', share: 0 })
    job.current = null
    const answer = await saveDocument(address, form, signal, {
      onJob: (jobId) => {
        job.current = jobId
      },
      onProgress: (phase, share) => setState({ phase, share }),
    }).catch(() => null)
    if (running.current === controller) running.current = null
    if (signal.aborted || !answer) return null
    if (answer.ok) return await shown(answer.value)
    if ('cancelled' in answer) return calledOff()
    setState(null)
    setFailure(answer)
    return null
  }

  /** At once, or when a notice has been read. */
  function shown(done: Saved): Saved | Promise<Saved> {
    if (done.notice) return new Promise((resolve) => setState({ done, goOn: () => resolve(done) }))
    setState({ done })
    return done
  }

  function calledOff(): null {
    setState(null)
    setCancelled(true)
    return null
  }

  /** While it is being sent, nothing is kept. After that the server says whether it was in time: what is done opens. */
  function cancel() {
    const jobId = job.current
    if (!jobId) {
      running.current?.abort()
      calledOff()
      return
    }
    callOff(projectId, jobId).catch(() => setFailure({ ok: false, problem: 'lost' }))
  }

  return { state, failure, cancelled, save, cancel }
}
