'use client'
/** The rows and parts of a document, fetched when it is chosen. */
import { useEffect, useState } from 'react'
import type { Range } from '@/lib/assignment/input'
import type { Outline } from '@/lib/segment/queries'

/** A turn or a heading and the rows it takes, 1-based, ends included. */
export type Part = { name: string; lang: 'zh-CN' | 'en'; from: number; to: number }

export type Rows = { count: number; parts: Part[]; ids: number[] }

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
  return { count: ids.length, parts, ids }
}

/** The segments at the ends of typed row numbers; null while they are none of the document. */
export function rangeOfRows(rows: Rows | 'failed' | null, { from, to }: { from: string; to: string }): Range | null {
  if (rows === null || rows === 'failed') return null
  const [fromSegmentId, toSegmentId] = [rows.ids[Number(from) - 1], rows.ids[Number(to) - 1]]
  return fromSegmentId === undefined || toSegmentId === undefined ? null : { fromSegmentId, toSegmentId }
}
