/**
 * What a person has typed and not yet saved. Kept in the browser's own storage by segment, side and the version it was
 * made on, so that a crash, a reload or a lost connection costs nothing.
 */
import type { Side } from '@/lib/bitext/text'

export type Draft = {
  segmentId: number
  side: Side
  /** The version and text the person began from. */
  baseVersion: number
  base: string
  text: string
  /** For the governing text: what the manager said about the correction. */
  correction?: 'substantive' | 'editorial'
  /** It will be put forward, not saved. */
  suggestion?: { note: string }
  /** The suggestion that is joined here with what the text has become. */
  accepts?: string
  /** When it was begun: tells two drafts of one text apart. */
  begun: string
  at: string
}

type DraftKey = Pick<Draft, 'segmentId' | 'side' | 'baseVersion' | 'begun'>

type KeptDraft = Omit<Draft, keyof DraftKey>

/** The part of localStorage that is needed. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const PREFIX = 'draft'

/** `owner`: people who share a browser do not see each other's drafts. */
export function draftShelf(shelf: Shelf | null, owner: string, documentId: string) {
  const prefix = [PREFIX, owner, documentId, ''].join('/')
  const keyOf = ({ segmentId, side, baseVersion, begun }: DraftKey) =>
    `${prefix}${segmentId}/${side}/${baseVersion}/${begun}`
  return {
    /** Answers false when the browser would not keep it (storage full or forbidden). */
    keep(draft: Draft): boolean {
      const { base, text, correction, suggestion, accepts, at } = draft
      return attempt(() =>
        shelf?.setItem(
          keyOf(draft),
          JSON.stringify({ base, text, correction, suggestion, accepts, at } satisfies KeptDraft),
        ),
      )
    },
    drop(draft: DraftKey): void {
      attempt(() => shelf?.removeItem(keyOf(draft)))
    },
    list(): Draft[] {
      const drafts: Draft[] = []
      attempt(() => {
        for (let i = 0; i < (shelf?.length ?? 0); i++) {
          const key = shelf?.key(i)
          const draft = key?.startsWith(prefix) && readDraft(key.slice(prefix.length), shelf?.getItem(key) ?? '')
          if (draft) drafts.push(draft)
        }
      })
      return drafts.sort((a, b) => a.segmentId - b.segmentId || (a.at < b.at ? -1 : 1))
    },
  }
}

export type DraftShelf = ReturnType<typeof draftShelf>

/** Storage throws when it is full, switched off, or in a frame of another site; a draft in memory is still a draft. */
function attempt(what: () => void): boolean {
  try {
    what()
    return true
  } catch {
    return false
  }
}

function readDraft(place: string, kept: string): Draft | null {
  const [segmentId, side, baseVersion, begun] = place.split('/')
  const value = parsed(kept)
  if (!value || !begun || (side !== 'zh' && side !== 'en') || !(Number(segmentId) > 0) || !(Number(baseVersion) > 0))
    return null
  return { ...value, side, segmentId: Number(segmentId), baseVersion: Number(baseVersion), begun }
}

function parsed(kept: string): KeptDraft | null {
  try {
    const value: unknown = JSON.parse(kept)
    return isKept(value) ? value : null
  } catch {
    return null
  }
}

function isKept(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null) return false
  const { base, text, at } = value as Record<string, unknown>
  return typeof base === 'string' && typeof text === 'string' && typeof at === 'string'
}
