/**
 * Computes the findings of a document. Each row has a hash of everything its findings hang on, its texts, its neighbours'
 * and what the checks brought along, so that an edit computes three rows anew and not ten thousand. The checks of the
 * whole document are computed whenever a text has changed. No data access; runs in a thread of its own as well.
 */
import { createHash } from 'node:crypto'
import { type CheckedSegment, checkDocument, type DocumentSettings, type Finding, runChecks } from '../bitext/check'
import { indexRegister, type RegisterEntry } from '../bitext/register'
import { type Concept, indexTerms } from '../bitext/terms'
import type { Side, Span } from '../bitext/text'
import { loadLexicon } from '../lexicon'
import { loadSpelling } from '../lexicon/spelling'

/** Raised when the checks find other things in the same texts, so that what was kept is computed anew. */
export const CHECKS_VERSION = 10

export type CheckedText = { id: number; zh: string; en: string; kind: string; label: boolean }

/** What the checks go by besides the texts. */
export type Brought = {
  oneSided: boolean
  governing: Side | null
  /** Changes with the termbase and the register. */
  termsVersion: number
  concepts: Concept[]
  register: RegisterEntry[]
}

/** A finding as it is kept; `key` is what a dismissal goes by. */
export type Found = {
  check: string
  severity: Finding['severity']
  says: string
  values: Record<string, string | number>
  zh: Span | null
  en: Span | null
  zhWords: string
  enWords: string
  key: string
  wide: boolean
}

/** One hash a row, in the order of the rows. */
export function hashesOf(rows: readonly CheckedText[], brought: Brought): string[] {
  const common = commonHash(brought)
  const own = rows.map(({ zh, en, kind, label }) => digest([zh, en, kind, String(label)]))
  return rows.map((_, at) => digest([common, own[at]!, own[at - 1] ?? '', own[at + 1] ?? '']))
}

/** Of what the findings of all rows hang on. */
export function commonHash({ oneSided, governing, termsVersion }: Brought): string {
  return digest([String(CHECKS_VERSION), String(oneSided), governing ?? '', String(termsVersion)])
}

/** Of the document as a whole. */
export function hashOfAll(hashes: readonly string[]): string {
  return digest(hashes)
}

function digest(parts: readonly string[]): string {
  const hash = createHash('sha1')
  // Lengths keep "ab" and "c" apart from "a" and "bc".
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('base64')
}

export type CheckTask = {
  rows: CheckedText[]
  brought: Brought
  /** Places of the rows to be checked by themselves. */
  places: number[]
  /** Whether the document is to be checked as a whole. */
  whole: boolean
}

export type CheckAnswer = {
  /** Of each of `places`. */
  rows: Found[][]
  /** By the id of the row; null where it was not asked for. */
  whole: Map<number, Found[]> | null
}

/** What the thread runs. */
export function check({ rows, brought, places, whole }: CheckTask): CheckAnswer {
  return {
    rows: checkRows(rows, places, brought),
    whole: whole ? checkWhole(rows, settingsOf(brought)) : null,
  }
}

function settingsOf({ register }: Brought): DocumentSettings {
  return {
    speller: loadSpelling(),
    lexicon: loadLexicon(),
    ...(register.length > 0 && { register: indexRegister(register) }),
  }
}

/** What the checks of a row find in the rows at `places`. */
export function checkRows(rows: readonly CheckedText[], places: readonly number[], brought: Brought): Found[][] {
  const { oneSided, governing, concepts } = brought
  const terms = concepts.length > 0 ? indexTerms(concepts) : undefined
  const at = (place: number) => (rows[place] ? segmentOf(rows[place]) : undefined)
  return places.map((place) => {
    const row = rows[place]!
    const neighbours = { before: at(place - 1), after: at(place + 1) }
    const settings = { neighbours, oneSided, terms, governing }
    return runChecks(segmentOf(row), settings).map((finding) => foundIn(row, finding, false))
  })
}

/** What the checks of a whole document find, by the row it stands in. */
export function checkWhole(rows: readonly CheckedText[], settings: DocumentSettings): Map<number, Found[]> {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const found = new Map<number, Found[]>()
  for (const { segmentId, ...finding } of checkDocument(rows.map(segmentOf), settings)) {
    const row = byId.get(Number(segmentId))!
    const list = found.get(row.id) ?? []
    list.push(foundIn(row, finding, true))
    found.set(row.id, list)
  }
  return found
}

export function segmentOf({ id, ...text }: CheckedText): CheckedSegment {
  return { id: String(id), ...text }
}

/**
 * The key holds the check, what it says and the words on both sides, so that a dismissal outlives every edit but one of
 * these words. Where a finding marks nothing, it speaks of the whole row.
 */
export function foundIn(row: Pick<CheckedText, 'zh' | 'en'>, finding: Finding, wide: boolean): Found {
  const { check, severity, id, values, zh, en } = finding
  const bare = !zh && !en
  const zhWords = zh ? row.zh.slice(zh.from, zh.to) : bare ? row.zh : ''
  const enWords = en ? row.en.slice(en.from, en.to) : bare ? row.en : ''
  const key = digest([check, id, zhWords, enWords])
  return { check, severity, says: id, values, zh, en, zhWords, enWords, key, wide }
}
