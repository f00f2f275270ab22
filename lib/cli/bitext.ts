/**
 * The language library on the command line: `npm run --silent bitext -- intake|sentences|align|check …`.
 * Answers go to standard output, errors (naming file and line) to standard error. Exit 0 done, 1 findings, 2 wrong use or unreadable input.
 */
import { AlignCommand } from './bitext/align'
import { CheckCommand } from './bitext/check'
import { type Command, UsageError } from './bitext/command'
import { IntakeCommand } from './bitext/intake'
import { SentencesCommand } from './bitext/sentences'

const COMMANDS: readonly Command[] = [IntakeCommand, SentencesCommand, AlignCommand, CheckCommand]

function usage(): string {
  return [
    'usage:',
    ...COMMANDS.map((command) => `  bitext ${command.usage}`),
    '',
    'FILE may be - for standard input.',
  ].join('\n')
}

async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h') {
    process.stdout.write(`${usage()}\n`)
    return name === undefined ? 2 : 0
  }
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (!command) throw new UsageError(`there is no command '${name}'`)
  return await command.run(rest)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`bitext: ${error.message}\n${error.showUsage ? `${usage()}\n` : ''}`)
  process.exitCode = 2
}
