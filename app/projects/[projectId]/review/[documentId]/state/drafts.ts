/**
 * What a person has typed and not yet saved. Kept in the browser's own storage by segment, side and the version it was
 * made on, so that a crash, a reload or a lost connection costs nothing.
 */
import type { Side } from '@/lib/bitext/text'
import type { DraftVault } from './draft-vault'

/** What a change of the governing text means for the translation. */
export type Correction = 'substantive' | 'editorial'

export type Draft = {
  segmentId: number
  side: Side
  /** The version and text the person began from. */
  baseVersion: number
  base: string
  text: string
  /** For the governing text: what the manager said about the correction. */
  correction?: Correction
  /** The version of the other text the last of these words were written in front of. */
  against?: number
  /** It will be put forward, not saved. */
  suggestion?: { note: string }
  /** The suggestion that is joined here with what the text has become. */
  accepts?: string
  /** When it was begun: tells two drafts of one text apart. */
  begun: string
  at: string
}

export type CorrectionDraft = Draft & { correction: Correction }

type DraftKey = Pick<Draft, 'segmentId' | 'side' | 'baseVersion' | 'begun'>

type KeptDraft = Omit<Draft, keyof DraftKey>

/** The part of localStorage that is needed. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const PREFIX = 'draft'

/** `owner`: people who share a browser do not see each other's drafts. `vault` outlives the browser's own end. */
export function draftShelf(shelf: Shelf | null, owner: string, documentId: string, vault: DraftVault | null = null) {
  const prefix = [PREFIX, owner, documentId, ''].join('/')
  const keyOf = ({ segmentId, side, baseVersion, begun }: DraftKey) =>
    `${prefix}${segmentId}/${side}/${baseVersion}/${begun}`
  return {
    /** Answers false when the browser would not keep it (storage full or forbidden). */
    keep(draft: Draft): boolean {
      const { base, text, correction, against, suggestion, accepts, at } = draft
      const kept = JSON.stringify({ base, text, correction, against, suggestion, accepts, at } satisfies KeptDraft)
      vault?.put(keyOf(draft), kept)
      return attempt(() => shelf?.setItem(keyOf(draft), kept))
    },
    drop(draft: DraftKey): void {
      vault?.drop(keyOf(draft))
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
      return inOrder(drafts)
    },
    /** The same, with what only the vault still has: the last seconds before the browser ended without warning. */
    async listAll(): Promise<Draft[]> {
      const kept = new Map(this.list().map((draft) => [keyOf(draft), draft]))
      for (const [key, value] of (await vault?.list(prefix)) ?? []) {
        const draft = readDraft(key.slice(prefix.length), value)
        const known = kept.get(key)
        if (draft && (!known || known.at < draft.at)) kept.set(key, draft)
      }
      return inOrder([...kept.values()])
    },
  }
}

function inOrder(drafts: Draft[]): Draft[] {
  return drafts.sort((a, b) => a.segmentId - b.segmentId || (a.at < b.at ? -1 : 1))
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
