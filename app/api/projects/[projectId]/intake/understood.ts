/** A preview as the import page shows it: each stretch with its counts, so that the page can add them up as they are corrected. */
import type { Block, Dropped, Intake } from '@/lib/bitext/intake/block'
import { splitSentences } from '@/lib/bitext/sentences'
import { countWords, type Side, sideOf as sideByScript } from '@/lib/bitext/text'
import type { Preview, PreviewedFile } from '@/lib/document/preview-files'
import type { FileProblem } from '@/lib/document/read-files'

type Counted = {
  /** Characters of Chinese, words of English. */
  words: number
  /** null in a text too long to be split for a preview. */
  sentences: number | null
  /** How many characters of the stretch are not sent along. */
  more: number
}

export type UnderstoodBlock = Omit<Block, 'to'> & Counted
export type UnderstoodDropped = Omit<Dropped, 'to'> & Counted

export type UnderstoodSide = Pick<Intake, 'side' | 'warnings' | 'governing' | 'credits' | 'speakers'> & {
  file: PreviewedFile
  /** Its letters are those of the other side. */
  otherScript: boolean
  blocks: UnderstoodBlock[]
  dropped: UnderstoodDropped[]
}

export type Understood =
  | { ok: true; sides: UnderstoodSide[]; suggestedTitle: string }
  | { ok: false; problems: FileProblem[] }

// A browser holds a few megabytes of text with ease; beyond that the beginning of each stretch is enough to judge it by.
const WHOLE_UP_TO = 2_000_000
const SHORTENED_TO = 300

export function understand(preview: Preview): Understood {
  if (!preview.ok) return preview
  return {
    ok: true,
    sides: preview.intakes.map((intake) => sideOf(intake, fileOf(preview.files, intake.side))),
    suggestedTitle: preview.suggestedTitle,
  }
}

function fileOf(files: PreviewedFile[], side: Side): PreviewedFile {
  const file = files.find(({ sides }) => sides.includes(side))
  if (!file) throw new Error(`No file holds the side ${side}.`)
  return file
}

function sideOf(intake: Intake, file: PreviewedFile): UnderstoodSide {
  const { side, warnings, governing, credits, speakers } = intake
  const long = intake.text.length > WHOLE_UP_TO
  const counted = <Stretch extends { text: string; to: number }>({ to, ...stretch }: Stretch) => ({
    ...stretch,
    text: long ? stretch.text.slice(0, SHORTENED_TO) : stretch.text,
    more: long ? Math.max(0, stretch.text.length - SHORTENED_TO) : 0,
    words: countWords(stretch.text, side),
    sentences: long ? null : splitSentences(stretch.text, side).length,
  })
  return {
    side,
    file,
    warnings,
    governing,
    credits,
    speakers,
    otherScript: (sideByScript(intake.text) ?? side) !== side,
    blocks: intake.blocks.map(counted),
    dropped: intake.dropped.map(counted),
  }
}
