/**
 * Finds what no one wrote for readers: tags that a crawl left in plain text. Spam that is injected into pages comes as runs of
 * tags with made-up ids ("<p id="xqzvb"><cite id="xqzvb"></cite></p>"), often unclosed and over several lines; what stands
 * within such an element is junk too, unless it is long enough to be the page itself. A single tag in prose ("use <b>") stays.
 */
import type { Notice, Span } from '../text'
import { reason } from './piece'

export type Junk = Span & { reason: Notice }

type Tag = Span & { name: string; closes: boolean; attributes: string; id: string }

const TAG = /<(\/?)([a-z][a-z0-9]{0,15})(\s[^<>]{0,600})?\/?>/gi
const ID = /\sid\s*=\s*["']?([^"'\s>]+)/i
const ACTIVE = /<(script|style|iframe|noscript|object|template)(?:\s[^<>]{0,600})?>/gi
const COMMENT = /<!--/g
const HTML_NAMES = new Set(
  (
    'a abbr acronym address applet article aside audio b base basefont bdi bdo big blockquote body br button canvas caption center cite code col colgroup ' +
    'data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header ' +
    'hr html i iframe img input ins kbd label legend li link listing main map mark menu menuitem meta meter nav nobr noframes noscript object ol optgroup ' +
    'option output p param picture plaintext pre progress q rp rt ruby s samp script section select small source span strike strong style sub summary sup ' +
    'svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp'
  ).split(' '),
)

// Real pages hold more than this; injected links and words hold less.
const MOST_TEXT = 600
const MOST_LINES = 3
const RUN = 3
const STACK_DEPTH = 30

export function findJunk(text: string): Junk[] {
  if (!text.includes('<')) return []
  const tags = listTags(text)
  const odd = oddIds(tags)
  const spans = [
    ...enclosed(text, ACTIVE, (name) => `</${name}`),
    ...enclosed(text, COMMENT, () => '-->'),
    ...tags.filter((tag) => odd.has(tag.id)),
    ...listRuns(text, tags),
    ...oddElements(text, tags, odd),
    ...tags.filter((tag) => tag.attributes !== '' && standsAlone(text, tag)),
  ]
  const why = reason('tags', 'Markup that no reader sees (tags left in the text, and what stands in them)')
  return mergeSpans(text, spans).map((span) => ({ ...span, reason: why }))
}

function listTags(text: string): Tag[] {
  const tags: Tag[] = []
  for (const found of text.matchAll(TAG)) {
    const name = found[2]!.toLowerCase()
    if (!HTML_NAMES.has(name)) continue
    const attributes = found[3]?.trim() ?? ''
    const id = ID.exec(found[3] ?? '')?.[1] ?? ''
    tags.push({ from: found.index, to: found.index + found[0].length, name, closes: found[1] === '/', attributes, id })
  }
  return tags
}

/** Ids are unique in a real page; made-up ones repeat, or are consonants and digits that nobody can say. */
function oddIds(tags: Tag[]): Set<string> {
  const seen = new Map<string, number>()
  for (const { id } of tags) if (id) seen.set(id, (seen.get(id) ?? 0) + 1)
  return new Set(
    [...seen].filter(([id, times]) => times > 1 || /^[b-df-hj-np-tv-z0-9]{4,10}$/.test(id)).map(([id]) => id),
  )
}

function enclosed(text: string, opening: RegExp, closing: (name: string) => string): Span[] {
  const spans: Span[] = []
  const lower = text.toLowerCase()
  let done = 0
  const missing = new Set<string>()
  for (const found of text.matchAll(opening)) {
    const close = closing(found[1]?.toLowerCase() ?? '')
    if (found.index < done || missing.has(close)) continue
    const at = lower.indexOf(close, found.index + found[0].length)
    if (at < 0) {
      missing.add(close)
      continue
    }
    const end = close === '-->' ? at + 2 : text.indexOf('>', at)
    done = end < 0 ? text.length : end + 1
    spans.push({ from: found.index, to: done })
  }
  return spans
}

/** Tags with nothing but white space between them, three or more. */
function listRuns(text: string, tags: Tag[]): Span[] {
  const runs: Span[] = []
  let first = 0
  for (let index = 1; index <= tags.length; index++) {
    const follows = index < tags.length && text.slice(tags[index - 1]!.to, tags[index]!.from).trim() === ''
    if (follows) continue
    if (index - first >= RUN) runs.push({ from: tags[first]!.from, to: tags[index - 1]!.to })
    first = index
  }
  return runs
}

function oddElements(text: string, tags: Tag[], odd: Set<string>): Span[] {
  const open: Tag[] = []
  const spans: Span[] = []
  for (const tag of tags) {
    if (!tag.closes) {
      open.push(tag)
      continue
    }
    const at = findOpen(open, tag.name)
    if (at < 0) continue
    const opener = open[at]!
    open.length = at
    if (odd.has(opener.id) && isSmall(text, opener.to, tag.from)) spans.push({ from: opener.from, to: tag.to })
  }
  return spans
}

function findOpen(open: Tag[], name: string): number {
  for (let index = open.length - 1; index >= Math.max(0, open.length - STACK_DEPTH); index--) {
    if (open[index]!.name === name) return index
  }
  return -1
}

// What an element may measure in the source before its visible text is looked at: keeps nesting linear.
const MOST_SOURCE = 4000

function isSmall(text: string, from: number, to: number): boolean {
  if (to - from > MOST_SOURCE) return false
  const visible = text.slice(from, to).replace(TAG, '')
  const lines = visible.split('\n').filter((line) => line.trim() !== '')
  return visible.trim().length <= MOST_TEXT && lines.length <= MOST_LINES
}

function standsAlone(text: string, { from, to }: Span): boolean {
  const before = text.slice(Math.max(0, from - 200), from)
  const after = text.slice(to, to + 200)
  return /(?:^|[\r\n])[^\S\r\n]*$/.test(before) && /^[^\S\r\n]*(?:$|[\r\n])/.test(after)
}

/** Spans in order, joined where they overlap or only white space parts them. */
function mergeSpans(text: string, spans: Span[]): Span[] {
  const merged: Span[] = []
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = merged.at(-1)
    if (last && (from <= last.to || text.slice(last.to, from).trim() === '')) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged
}
