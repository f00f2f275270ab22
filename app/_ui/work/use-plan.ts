'use client'
/** Asks what giving out these rows would mean, as the form is filled in. */
import { useEffect, useState } from 'react'
import type { Range } from '@/lib/assignment/input'
import type { Plan } from '@/lib/assignment/plan-work'
import type { AssignmentStep } from '@/lib/assignment/rules'
import { useTexts } from '../texts/texts-provider'

export type Asked = {
  step: AssignmentStep
  ranges: Range[]
  memberIds: string[]
  unit: 'zh' | 'en'
  dueAt: string | null
}

/** Nobody waits for an answer to what they are still typing. */
const PAUSE_MS = 150

/** The plan that was asked for last stays until the next is there; `current` says whether it is the one for what is asked now. */
export function usePlan(projectId: string, documentId: string, asked: Asked | null) {
  const t = useTexts()
  const wanted = asked && documentId ? JSON.stringify(asked) : ''
  const [had, setHad] = useState<{ wanted: string; plan: Plan | null; trouble: string | null } | null>(null)
  useEffect(() => {
    if (wanted === '') return
    const leave = new AbortController()
    const ask = async () => {
      const response = await fetch(`/api/projects/${projectId}/documents/${documentId}/assignments/plan`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: wanted,
        signal: leave.signal,
      })
      const answer = await response.json()
      if (response.ok) setHad({ wanted, plan: answer as Plan, trouble: null })
      else setHad({ wanted, plan: null, trouble: (answer as { message: string }).message })
    }
    const timer = setTimeout(() => {
      ask().catch(() => {
        if (!leave.signal.aborted) setHad({ wanted, plan: null, trouble: t('problems.offline') })
      })
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      leave.abort()
    }
  }, [projectId, documentId, wanted, t])
  return { plan: had?.plan ?? null, trouble: had?.trouble ?? null, current: had?.wanted === wanted && wanted !== '' }
}
