/**
 * The lexicon as one flat file: an open-addressing hash table over UTF-16 headwords whose entries are read in place,
 * so that loading is one read and a lookup touches a few dozen bytes. Little-endian, version in the head.
 *
 *   head       12 × uint32: magic, version, then the counts and sizes below
 *   slots      uint32 × 2^k: entry number + 1, or 0 for a free slot; the words' table, then the characters'
 *   entries    uint32 × 4 an entry: start of its text, length of its text, start of its keys, number of its keys
 *   links      uint32 a link: key number << 8 | weight in 255ths
 *   text       uint16: all headwords, one after the other
 *   keys       UTF-8: all English keys, one a line
 */
import type { Lexicon } from '../bitext/align'

export type CompactEntry = { word: string; keys: { key: number; weight: number }[] }
export type CompactLexicon = { keys: string[]; words: CompactEntry[]; characters: CompactEntry[] }

const MAGIC = 0x445a4c58
/** Raise when the file's layout or the way keys are made changes: an older cache is then built anew. */
export const LEXICON_VERSION = 1
const HEAD = 12

type Head = {
  wordSlots: number
  characterSlots: number
  entries: number
  links: number
  text: number
  keyBytes: number
  maxLength: number
}

/** The bytes of the file. */
export function encodeLexicon({ keys, words, characters }: CompactLexicon): Uint8Array {
  const all = [...words, ...characters]
  const text = all.map(({ word }) => word).join('')
  const keyBytes = new TextEncoder().encode(keys.join('\n'))
  const wordSlots = slotCount(words.length)
  const characterSlots = slotCount(characters.length)
  const links = all.reduce((sum, entry) => sum + entry.keys.length, 0)
  const maxLength = words.reduce((longest, { word }) => Math.max(longest, word.length), 0)
  const numbers = HEAD + wordSlots + characterSlots + 4 * all.length + links
  const bytes = new Uint8Array(4 * numbers + 2 * text.length + keyBytes.length)
  const u32 = new Uint32Array(bytes.buffer, 0, numbers)
  u32.set([
    MAGIC,
    LEXICON_VERSION,
    wordSlots,
    characterSlots,
    all.length,
    links,
    text.length,
    keyBytes.length,
    maxLength,
  ])
  fillSlots(u32.subarray(HEAD, HEAD + wordSlots), words, 0)
  fillSlots(u32.subarray(HEAD + wordSlots, HEAD + wordSlots + characterSlots), characters, words.length)
  fillEntries(u32.subarray(HEAD + wordSlots + characterSlots), all)
  const units = new Uint16Array(bytes.buffer, 4 * numbers, text.length)
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at)
  bytes.set(keyBytes, 4 * numbers + 2 * text.length)
  return bytes
}

function slotCount(entries: number): number {
  let slots = 16
  while (slots < entries * 2) slots *= 2
  return slots
}

function fillSlots(slots: Uint32Array, entries: readonly CompactEntry[], first: number): void {
  entries.forEach(({ word }, index) => {
    let slot = hashOf(word) & (slots.length - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = first + index + 1
  })
}

function fillEntries(u32: Uint32Array, entries: readonly CompactEntry[]): void {
  let text = 0
  let link = 0
  const links = 4 * entries.length
  entries.forEach(({ word, keys }, index) => {
    u32.set([text, word.length, link, keys.length], 4 * index)
    text += word.length
    for (const { key, weight } of keys) u32[links + link++] = (key << 8) | Math.max(1, Math.round(weight * 255))
  })
}

/** FNV-1a over UTF-16 code units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** The lexicon over these bytes, or null when they are not a lexicon of this version. */
export function decodeLexicon(bytes: Uint8Array, id: string): Lexicon | null {
  // Node's pooled buffers may start at an odd offset, where no uint32 view can be laid.
  const own = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  const head = readHead(own)
  if (!head) return null
  const numbers = HEAD + head.wordSlots + head.characterSlots + 4 * head.entries + head.links
  const u32 = new Uint32Array(own.buffer, own.byteOffset, numbers)
  const text = new Uint16Array(own.buffer, own.byteOffset + 4 * numbers, head.text)
  const keys = new TextDecoder().decode(own.subarray(4 * numbers + 2 * head.text)).split('\n')
  const wordSlots = u32.subarray(HEAD, HEAD + head.wordSlots)
  const characterSlots = u32.subarray(HEAD + head.wordSlots, HEAD + head.wordSlots + head.characterSlots)
  const entries = u32.subarray(HEAD + head.wordSlots + head.characterSlots)
  const links = entries.subarray(4 * head.entries)
  const find = (slots: Uint32Array, word: string) => findEntry(slots, entries, text, word)
  const read = (entry: number) => readLinks(entries, links, keys, entry)
  return {
    id,
    maxLength: head.maxLength,
    isWord: (word) => find(wordSlots, word) >= 0,
    lookup: (word) => read(find(wordSlots, word)),
    lookupPart: (character) => read(find(characterSlots, character)),
  }
}

function readHead(bytes: Uint8Array): Head | null {
  if (bytes.length < 4 * HEAD) return null
  const head = [...new Uint32Array(bytes.buffer, bytes.byteOffset, HEAD)]
  const [magic, version, wordSlots = 0, characterSlots = 0, entries = 0, links = 0, text = 0, keyBytes = 0] = head
  const size = 4 * (HEAD + wordSlots + characterSlots + 4 * entries + links) + 2 * text + keyBytes
  if (magic !== MAGIC || version !== LEXICON_VERSION || bytes.length !== size) return null
  return { wordSlots, characterSlots, entries, links, text, keyBytes, maxLength: head[8] ?? 0 }
}

function findEntry(slots: Uint32Array, entries: Uint32Array, text: Uint16Array, word: string): number {
  const mask = slots.length - 1
  for (let slot = hashOf(word) & mask; ; slot = (slot + 1) & mask) {
    const entry = slots[slot]! - 1
    if (entry < 0) return -1
    if (entries[4 * entry + 1] === word.length && isAt(text, entries[4 * entry]!, word)) return entry
  }
}

function isAt(text: Uint16Array, from: number, word: string): boolean {
  for (let at = 0; at < word.length; at++) if (text[from + at] !== word.charCodeAt(at)) return false
  return true
}

function readLinks(
  entries: Uint32Array,
  links: Uint32Array,
  keys: readonly string[],
  entry: number,
): { key: string; weight: number }[] {
  if (entry < 0) return []
  const from = entries[4 * entry + 2]!
  return Array.from(links.subarray(from, from + entries[4 * entry + 3]!), (link) => ({
    key: keys[link >>> 8] ?? '',
    weight: (link & 255) / 255,
  }))
}
