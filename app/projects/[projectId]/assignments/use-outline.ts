'use client'
/** The rows and parts of a document, fetched when it is chosen. */
import { useEffect, useState } from 'react'
import type { Outline } from '@/lib/segment/queries'

/** A turn or a heading and the rows it takes, 1-based, ends included. */
export type Part = { name: string; lang: 'zh-CN' | 'en'; from: number; to: number }

export type Rows = { count: number; parts: Part[] }

/** null while it is being fetched, or when nothing is chosen; `failed` when it could not be had. */
export function useOutline(projectId: string, documentId: string): Rows | 'failed' | null {
  const [had, setHad] = useState<{ documentId: string; rows: Rows | 'failed' } | null>(null)
  useEffect(() => {
    if (!documentId) return
    const leave = new AbortController()
    fetch(`/api/projects/${projectId}/documents/${documentId}/outline`, { signal: leave.signal })
      .then(async (response) => (response.ok ? rowsOf((await response.json()) as Outline) : 'failed'))
      .catch(() => 'failed' as const)
      .then((rows) => {
        if (!leave.signal.aborted) setHad({ documentId, rows })
      })
    return () => leave.abort()
  }, [projectId, documentId])
  return had?.documentId === documentId ? had.rows : null
}

function rowsOf({ ids, sections }: Outline): Rows {
  const parts = sections.map(({ row, zh, en }, index): Part => {
    const next = sections[index + 1]?.row ?? ids.length
    return { name: en || zh, lang: en ? 'en' : 'zh-CN', from: row + 1, to: next }
  })
  return { count: ids.length, parts }
}
