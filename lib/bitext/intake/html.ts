/**
 * HTML to its visible lines, through a real parser (parse5, the HTML standard's algorithm): nothing is ever run or fetched.
 * Scripts, styles, templates, comments, frames and hidden elements are no content. White space within a paragraph is one space,
 * as on the screen (in `pre` it stays). Navigation, headers, footers and asides of the page are hinted as furniture.
 */
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { ExtractedLine } from './extracted'
import { reason } from './piece'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const NEVER = new Set(
  'script style noscript template head title iframe frame frameset noframes object embed applet svg math canvas audio video select option optgroup textarea button input datalist dialog map meter progress'.split(
    ' ',
  ),
)
const BLOCK = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const HEADINGS = new Set(['h2', 'h3', 'h4', 'h5', 'h6'])
const FURNITURE = new Set(['nav', 'footer', 'aside', 'menu'])
const FURNITURE_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'menu',
  'menubar',
  'toolbar',
])
const PAGE_PART = reason('page-part', 'Navigation, header or footer of the page')

type Context = { kind?: ExtractedLine['kind']; pre: boolean; cell?: ExtractedLine['cell'] }

// Deeper than any page; what is nested deeper is read as text of this level.
const DEEPEST = 400

export function readHtml(source: string): ExtractedLine[] {
  const writer = new LineWriter()
  visit(parse(source), { pre: false }, writer, 0)
  writer.endLine({ pre: false })
  return writer.lines
}

/** What the page itself says of its encoding, from its first bytes. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048))
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  )
}

function visit(node: Node, context: Context, writer: LineWriter, depth: number): void {
  if (node.nodeName === '#text') {
    writer.add((node as DefaultTreeAdapterTypes.TextNode).value, context)
    return
  }
  if (!('childNodes' in node)) return
  if (!('tagName' in node)) {
    for (const child of node.childNodes) visit(child, context, writer, depth + 1)
    return
  }
  if (NEVER.has(node.tagName) || isHidden(node) || depth > DEEPEST) return
  if (node.tagName === 'br') writer.endLine(context)
  else visitElement(node, context, writer, depth)
}

function visitElement(node: Element, context: Context, writer: LineWriter, depth: number): void {
  const own = contextOf(node, context, writer)
  const breaks = BLOCK.has(node.tagName)
  if (breaks) writer.endLine(context)
  for (const child of node.childNodes) visit(child, own, writer, depth + 1)
  if (breaks) writer.endLine(own)
}

function contextOf(node: Element, context: Context, writer: LineWriter): Context {
  const name = node.tagName
  const next: Context = { ...context, pre: context.pre || name === 'pre' }
  if (name === 'table') writer.openTable()
  if (name === 'tr') writer.openRow()
  if (name === 'td' || name === 'th') next.cell = writer.openCell()
  if (context.kind === 'furniture') return next
  if (isFurniture(node)) next.kind = 'furniture'
  else if (name === 'h1') next.kind = 'headline'
  else if (HEADINGS.has(name) || name === 'legend') next.kind = 'heading'
  else if (name === 'figcaption' || name === 'caption') next.kind = 'caption'
  else if (name === 'li' || name === 'dd') next.kind = 'point'
  return next
}

function isHidden(node: Element): boolean {
  return node.attrs.some(
    ({ name, value }) =>
      name === 'hidden' || (name === 'style' && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(value)),
  )
}

function isFurniture(node: Element): boolean {
  if (FURNITURE.has(node.tagName)) return true
  if (node.attrs.some(({ name, value }) => name === 'role' && FURNITURE_ROLES.has(value.toLowerCase()))) return true
  // The header of an article holds its title; the page's own does not.
  if (node.tagName !== 'header' || isWithin(node, 'article') || isWithin(node, 'main') || holds(node, 'h1'))
    return false
  return textLength(node) <= MOST_HEADER
}

// A site's header holds a name and links; one with more holds the text's own beginning.
const MOST_HEADER = 400

function textLength(node: Node): number {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value.trim().length
  if (!('childNodes' in node) || ('tagName' in node && NEVER.has(node.tagName))) return 0
  return node.childNodes.reduce((sum, child) => sum + textLength(child), 0)
}

function isWithin(node: Element, tagName: string): boolean {
  let parent = node.parentNode
  while (parent && 'tagName' in parent) {
    if (parent.tagName === tagName) return true
    parent = parent.parentNode
  }
  return false
}

function holds(node: Element, tagName: string): boolean {
  return node.childNodes.some((child) => 'tagName' in child && (child.tagName === tagName || holds(child, tagName)))
}

class LineWriter {
  readonly lines: ExtractedLine[] = []
  private parts: string[] = []
  private table = -1
  private row = -1
  private column = -1

  openTable(): void {
    this.table++
    this.row = -1
  }

  openRow(): void {
    this.row++
    this.column = -1
  }

  openCell(): NonNullable<ExtractedLine['cell']> {
    this.column++
    return { table: this.table, row: this.row, column: this.column }
  }

  add(text: string, context: Context): void {
    if (!context.pre) {
      this.parts.push(text)
      return
    }
    const lines = text.split(/\r\n|[\n\r]/)
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.endLine(context)
      this.parts.push(line)
    }
  }

  endLine({ kind, pre, cell }: Context): void {
    const joined = this.parts.join('')
    const text = pre ? joined.trimEnd() : joined.replace(/[ \t\n\r\f\v]+/g, ' ').trim()
    this.parts = []
    if (text.trim() === '') return
    this.lines.push({
      text,
      ...(kind ? { kind } : {}),
      ...(kind === 'furniture' ? { reason: PAGE_PART } : {}),
      ...(cell ? { cell } : {}),
    })
  }
}
