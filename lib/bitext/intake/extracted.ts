/** What a format's reader answers: the visible lines, one paragraph each, with what the format knows of them. */
import type { Notice } from '../text'
import type { LineHint } from './piece'

/** `line` is the file's own line where it has lines that people see. `column` is that of a table's cell. */
export type ExtractedLine = {
  text: string
  kind?: LineHint['kind']
  reason?: Notice
  line?: number
  cell?: { table: number; row: number; column: number }
}
