'use client'
import { useEffect, useState } from 'react'
import type { Failure } from '@/app/_server/outcome'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { ManyPreview } from '@/lib/discrepancy/act-on-many'
import type { LedgerFilter } from '@/lib/discrepancy/ledger-filter'
import type { ActOnMany } from '@/lib/discrepancy/refuse-act'
import type { Decision } from '@/lib/discrepancy/rules'

export type Chosen = { ids: string[] } | { filter: LedgerFilter }

type Step = { act: ActOnMany; decision: Decision | null; reason: string }

/** What a step would do with the chosen notes, asked anew whenever the step changes; null while it is not known. */
export function usePreview(projectId: string, on: Chosen, step: Step | null) {
  const t = useTexts()
  const [preview, setPreview] = useState<ManyPreview | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const wanted = step && JSON.stringify({ ...step, on })
  useEffect(() => {
    setPreview(null)
    setTrouble(null)
    if (!wanted) return
    const leaving = new AbortController()
    void (async () => {
      try {
        const response = await fetch(`/api/projects/${projectId}/discrepancies/many`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: wanted,
          signal: leaving.signal,
        })
        const answer: unknown = await response.json()
        if (leaving.signal.aborted) return
        if (response.ok) setPreview(answer as ManyPreview)
        else setTrouble((answer as Failure).message)
      } catch {
        if (!leaving.signal.aborted) setTrouble(t('problems.offline'))
      }
    })()
    return () => leaving.abort()
  }, [projectId, wanted, t])
  return { preview, trouble }
}
