/** `bitext intake FILE [--side en|zh]`: what was understood of a file, as JSON. Without `--side` the languages are found by script. */
import { type Intake, type ReadText, readFile } from '../../bitext/intake'
import { type GoverningRule, SIDES, type Side } from '../../bitext/text'
import { type Command, readInput, UsageError, unreadable } from './command'

export const IntakeCommand: Command = {
  name: 'intake',
  usage: 'intake FILE [--side en|zh]',
  async run(args, terminal) {
    const { path, side } = readArguments(args)
    const read = await readFile(await readInput(path, terminal), { fileName: path, ...(side ? { side } : {}) })
    if (!read.ok) throw unreadable(path, read.problems)
    await terminal.say(`${JSON.stringify(describeIntakes(read.intakes, read.texts), null, 2)}\n`)
    return 0
  },
}

function readArguments(args: string[]): { path: string; side?: Side } {
  const paths: string[] = []
  let side: Side | undefined
  for (let index = 0; index < args.length; index++) {
    const [, inline] = /^--side=(.*)$/.exec(args[index]!) ?? []
    if (inline !== undefined) side = readSide(inline)
    else if (args[index] === '--side') side = readSide(args[++index])
    else if (args[index]!.startsWith('--')) throw new UsageError(`intake: there is no option '${args[index]}'`)
    else paths.push(args[index]!)
  }
  if (paths.length !== 1) throw new UsageError('intake: one file')
  return { path: paths[0]!, ...(side ? { side } : {}) }
}

function readSide(word: string | undefined): Side {
  const side = SIDES.find((each) => each === word)
  if (!side) throw new UsageError(`intake: --side is en or zh${word === undefined ? '' : `, not '${word}'`}`)
  return side
}

const WRITTEN: Record<GoverningRule, string> = {
  'prevails-zh': 'prevails(zh)',
  'prevails-en': 'prevails(en)',
  'equally-authentic': 'equally-authentic',
  'reference-only': 'reference-only',
}

function describeIntakes(intakes: Intake[], texts: ReadText[]) {
  const both = intakes.length > 1
  const parts = intakes.map((intake, index) => ({
    intake,
    at: lineOf(texts[index]!),
    where: both ? { side: intake.side } : {},
  }))
  const governing = parts.find(({ intake }) => intake.governing)?.intake.governing
  const credits = parts.flatMap(({ intake }) => intake.credits ?? [])
  return {
    blocks: parts.flatMap(({ intake, at, where }) =>
      intake.blocks.map(({ kind, text, speaker, outlet, line, turn, label }) => ({
        kind,
        text,
        speaker,
        outlet,
        line: at(line),
        turn,
        label,
        ...where,
      })),
    ),
    dropped: parts.flatMap(({ intake, at, where }) =>
      intake.dropped.map(({ text, line, reason }) => ({ text, line: at(line), reason: reason.message, ...where })),
    ),
    warnings: parts.flatMap(({ intake, at, where }) =>
      intake.warnings.map(({ message, line }) => ({ message, line: at(line), ...where })),
    ),
    governing: governing && WRITTEN[governing.rule],
    credits: parts.some(({ intake }) => intake.credits) ? credits : undefined,
  }
}

/** The file's line for a line of one side's text. */
function lineOf({ lines }: ReadText): (line: number) => number {
  return (line) => lines?.[line - 1] ?? line
}
