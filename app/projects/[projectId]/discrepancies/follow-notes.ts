/** Tells the ledger of what changes in the notes of a document and in their threads. Threads of one document that are open at once share one line to the server. */
import { openLine } from '@/app/projects/[projectId]/review/[documentId]/state/live-connection'
import { newTab } from '@/app/projects/[projectId]/review/[documentId]/state/live-state'
import type { LiveMessage } from '@/lib/live/message'

export type NoteChange = { notes: boolean; threads: boolean }

type Listener = { segmentId: number; hear: (change: NoteChange) => void }

const lines = new Map<string, { listeners: Set<Listener>; close: () => void }>()

type Place = { projectId: string; documentId: string; segmentId: number }

/** Answers a function that ends it. */
export function followNotes({ projectId, documentId, segmentId }: Place, hear: Listener['hear']): () => void {
  const api = `/api/projects/${projectId}/documents/${documentId}`
  const line = lines.get(api) ?? { listeners: new Set<Listener>(), close: () => {} }
  const listener = { segmentId, hear }
  line.listeners.add(listener)
  if (!lines.has(api)) {
    lines.set(api, line)
    const tell = (message: LiveMessage) => {
      for (const one of line.listeners) tellOne(one, message)
    }
    // Without a cursor the line tells of what comes from now on.
    line.close = openLine({ api, tab: newTab(), cursor: '', hear: tell, onState: () => {} })
  }
  return () => {
    line.listeners.delete(listener)
    if (line.listeners.size > 0) return
    line.close()
    lines.delete(api)
  }
}

function tellOne({ segmentId, hear }: Listener, message: LiveMessage): void {
  if (message.type === 'reload') hear({ notes: true, threads: true })
  if (message.type !== 'change') return
  const { kinds, ids } = message
  if (ids !== null && !ids.includes(segmentId)) return
  const change = { notes: kinds.includes('discrepancy'), threads: kinds.includes('comment') }
  if (change.notes || change.threads) hear(change)
}
