/**
 * Markdown to its visible lines. Taken away are only the marks that no reader sees: heading signs, quote signs, bullets, emphasis,
 * code ticks, link addresses, pictures, rules, front matter, comments. Numbers of lists stay, since they are content.
 * Lines of one paragraph are joined, as the format means them: with a space, between Han characters with nothing.
 */
import type { ExtractedLine } from './extracted'

const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/
const BULLET = /^\s*[-*+]\s+(?:\[[ xX]\]\s+)?(.*)$/
const NUMBERED = /^\s*\d{1,4}[.)]\s+/
const QUOTE = /^\s{0,3}(?:>\s?)+/
const RULE = /^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/
const UNDERLINE = /^\s{0,3}(=+|-+)\s*$/
const FENCE = /^\s{0,3}(?:```|~~~)/
const TABLE_ROW = /^\s*\|.*\|\s*$/
const TABLE_RULE = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?\s*)?\|?\s*$/
const REFERENCE = /^\s{0,3}\[[^\]]{1,200}\]:\s*\S+/

export function readMarkdown(source: string): ExtractedLine[] {
  const reader = new Reader()
  const lines = withoutComments(source).split(/\r\n|[\n\r]/)
  const start = skipFrontMatter(lines)
  for (let index = start; index < lines.length; index++) reader.read(lines[index]!, index + 1)
  reader.endParagraph()
  return reader.lines
}

/** Comments go, their line breaks stay, so that line numbers hold. */
function withoutComments(source: string): string {
  return source.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\r\n]/g, ''))
}

function skipFrontMatter(lines: string[]): number {
  if (lines[0]?.trim() !== '---') return 0
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line))
  return end > 0 && end < 60 ? end + 1 : 0
}

class Reader {
  readonly lines: ExtractedLine[] = []
  private paragraph: ExtractedLine | null = null
  private fenced = false
  private table = -1
  private row = -1

  read(raw: string, line: number): void {
    const text = raw.replace(QUOTE, '')
    if (FENCE.test(raw)) this.fence()
    else if (this.fenced) this.addWhole({ text: raw.trimEnd(), line })
    else if (this.paragraph && UNDERLINE.test(text)) this.underline(text)
    else if (text.trim() === '' || REFERENCE.test(text) || RULE.test(text)) this.endParagraph()
    else if (TABLE_ROW.test(text)) this.readRow(text, line)
    else this.readText(text, line)
  }

  private fence(): void {
    this.endParagraph()
    this.fenced = !this.fenced
  }

  endParagraph(): void {
    const done = this.paragraph
    this.paragraph = null
    this.row = -1
    if (!done) return
    const text = plain(done.text)
    if (text !== '') this.lines.push({ ...done, text })
  }

  private readText(text: string, line: number): void {
    const heading = HEADING.exec(text)
    const bullet = BULLET.exec(text)
    if (heading) {
      this.endParagraph()
      this.paragraph = { text: heading[2]!, kind: heading[1]!.length === 1 ? 'headline' : 'heading', line }
      this.endParagraph()
      return
    }
    if (bullet || NUMBERED.test(text)) {
      this.endParagraph()
      this.paragraph = { text: bullet ? bullet[1]! : text.trim(), kind: 'point', line }
      return
    }
    if (this.paragraph) this.paragraph.text = join(this.paragraph.text, text.trim())
    else this.paragraph = { text: text.trim(), line }
    // Two spaces or a backslash at the end break the line.
    if (/(?: {2}|\\)$/.test(text)) {
      this.paragraph.text = this.paragraph.text.replace(/\\$/, '')
      this.endParagraph()
    }
  }

  private underline(text: string): void {
    this.paragraph!.kind = text.trim().startsWith('=') ? 'headline' : 'heading'
    this.endParagraph()
  }

  private readRow(text: string, line: number): void {
    if (this.row < 0) this.startTable()
    if (TABLE_RULE.test(text)) return
    this.row++
    const cells = text
      .trim()
      .slice(1, -1)
      .split(/(?<!\\)\|/)
    for (const [column, cell] of cells.entries()) {
      this.addWhole({
        text: plain(cell.replaceAll('\\|', '|')),
        line,
        cell: { table: this.table, row: this.row, column },
      })
    }
  }

  private startTable(): void {
    this.endParagraph()
    this.table++
    this.row = 0
  }

  private addWhole(line: ExtractedLine): void {
    if (line.text.trim() !== '') this.lines.push(line)
  }
}

const HAN_EDGE = /[\p{Script=Han}，。、；：？！”’）》」』]$/u

function join(before: string, after: string): string {
  return HAN_EDGE.test(before) && /^[\p{Script=Han}，。、；：？！“‘（《「『]/u.test(after)
    ? before + after
    : `${before} ${after}`
}

function plain(text: string): string {
  return text
    .replace(/!\[[^\]]{0,500}\]\([^()\s]{0,2000}(?:\s+"[^"]{0,300}")?\)/g, '')
    .replace(/\[([^\][]{1,2000})\]\([^()\s]{0,2000}(?:\s+"[^"]{0,300}")?\)/g, '$1')
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/g, '$1')
    .replace(/(`{1,3})([^`]{1,2000})\1/g, '$2')
    .replace(/(\*{1,3})(?=\S)([^*]{1,4000}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_]{1,4000}?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/<\/?(?:b|i|em|strong|br|u|sup|sub|span|code)(?:\s[^<>]{0,300})?\/?>/gi, '')
    .replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, '$1')
    .trim()
}
