/** Web and mail addresses stand unchanged on both sides; Latin names and abbreviations of the Chinese come back in the English. */
import type { Side } from '../text'
import type { Check, CheckedSegment, CheckSettings, Finding } from './finding'
import { finding, quote } from './messages'

const ID = 'preserved'

export const preserved: Check = {
  id: ID,
  says: 'Addresses and Latin words are the same on both sides.',
  run: (segment, settings) =>
    segment.zh === '' || segment.en === ''
      ? []
      : [...addresses(segment, 'zh'), ...addresses(segment, 'en'), ...latin(segment, settings)],
}

const ADDRESS = /(?:https?:\/\/|www\.)[\w\-./?=&%#~+:]{3,300}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}/g

function addresses(segment: CheckedSegment, side: Side): Finding[] {
  const other = side === 'zh' ? segment.en : segment.zh
  const text = segment[side]
  if (!/www\.|:\/\/|@/.test(text)) return []
  return Array.from(text.matchAll(ADDRESS)).flatMap(({ 0: words, index }) => {
    const address = words.replace(/[.,:?)]+$/, '')
    if (holds(other, address)) return []
    const id = side === 'zh' ? 'address-missing-en' : 'address-missing-zh'
    return [
      finding(ID, 'warning', id, { words: quote(address) }, { [side]: { from: index, to: index + address.length } }),
    ]
  })
}

/** Pages of the two languages differ by a part such as /en/ or /zh-cn/. */
function holds(text: string, address: string): boolean {
  if (text.includes(address) || holdsPattern(text, address)) return true
  const host = /^(?:https?:\/\/)?(?:www\.)?([\w.-]+)/.exec(address)?.[1]
  return host !== undefined && !address.includes('@') && text.includes(host)
}

/** debian-列表主题-request@lists.debian.org: an address with a part to be filled in is a pattern, and is translated. */
function holdsPattern(text: string, address: string): boolean {
  const host = address.slice(address.indexOf('@'))
  const at = address.includes('@') ? text.indexOf(host) : -1
  return at > 0 && /\p{Script=Han}[\w.+-]*$/u.test(text.slice(Math.max(0, at - 40), at))
}

// Two letters or more, the first a capital: what a Chinese text leaves in Latin letters is a name or an abbreviation, perhaps of several words.
const LATIN = /(?<![A-Za-z0-9@._/-])[A-Z][A-Za-z]{1,30}(?: [A-Za-z]{2,30}){0,6}(?![A-Za-z0-9@_/]|\.\w)/g

function latin({ zh, en }: CheckedSegment, { neighbours }: CheckSettings): Finding[] {
  if (!/[A-Z][A-Za-z]/.test(zh) || !/\p{Script=Han}/u.test(zh)) return []
  // Chinese repeats the name where English goes on with "it": what the rows beside say counts.
  const around = [neighbours?.before?.en, neighbours?.after?.en].filter((text) => text !== undefined).join(' ')
  const flat = `${fold(zh === en ? '' : en)} ${fold(around)}`
  const initials = (en.match(/\b[A-Za-z]/g) ?? []).join('').toLowerCase()
  const missed = new Map<string, Finding>()
  for (const { 0: words, index } of zh.matchAll(LATIN)) {
    if (
      missed.has(words) ||
      partsOf(words).some((word) => answers(fold(word), flat, initials)) ||
      isSpelledOut(words, en)
    )
      continue
    const span = { from: index, to: index + words.length }
    missed.set(words, finding(ID, 'note', 'latin-missing-en', { words }, { zh: span }))
  }
  return [...missed.values()]
}

// Shorter parts stand in many a word by chance.
const LEAST_PART = 4

/** The words of a name, and the longer parts of words written together: CmdCtrl is answered by Ctrl, JavaScript by Java Script. */
function partsOf(name: string): string[] {
  const words = name.split(' ')
  const parts = words.flatMap((word) => word.match(/[A-Z][a-z]+/g) ?? [])
  return [...words, ...parts.filter((part) => part.length >= LEAST_PART)]
}

/** The word itself, its Latin plural (Unices), or the words it abbreviates. */
function answers(name: string, flat: string, initials: string): boolean {
  return flat.includes(name) || initials.includes(name) || KNOWN.has(name) || flat.includes(latinPlural(name))
}

function latinPlural(name: string): string {
  return name.replace(/[ie]?x$/, 'ices')
}

/** How far the words of an abbreviation may stand apart: JRE in "Java Development Kits as well as Runtime Environments". */
const SPELLED_WITHIN = 10

/** An abbreviation of three letters or more whose letters begin words of the English in this order, all written with capitals. */
function isSpelledOut(name: string, en: string): boolean {
  if (!/^[A-Z]{3,6}$/.test(name)) return false
  const words = en.match(/[\p{L}\p{N}'’-]+/gu) ?? []
  return words.some((word, at) => {
    if (word[0] !== name[0]) return false
    let met = 0
    for (const next of words.slice(at, at + SPELLED_WITHIN)) if (next[0] === name[met]) met++
    return met === name.length
  })
}

// Chinese writes these in Latin letters for words that English writes out.
const KNOWN = new Set([
  'app',
  'logo',
  'vip',
  'pk',
  'ktv',
  'pos',
  'led',
  'ps',
  'ok',
  'bug',
  'tv',
  'kg',
  'km',
  'cm',
  'mm',
  'mb',
  'gb',
  'kb',
  'tb',
  'mw',
  'kw',
  'gw',
])

/** Letters only, without case and accents. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
}
