/** The subcommands, and what is said of wrong use. */
import { AlignCommand } from './align'
import { CheckCommand } from './check'
import { type Command, type Terminal, UsageError } from './command'
import { IntakeCommand } from './intake'
import { SentencesCommand } from './sentences'

const COMMANDS: readonly Command[] = [IntakeCommand, SentencesCommand, AlignCommand, CheckCommand]

function usage(): string {
  return [
    'usage:',
    ...COMMANDS.map((command) => `  bitext ${command.usage}`),
    '',
    'FILE may be - for standard input.',
  ].join('\n')
}

/** Answers the exit code: 0 done, 1 findings, 2 wrong use or unreadable input. */
export async function runBitext(args: string[], terminal: Terminal): Promise<number> {
  try {
    return await run(args, terminal)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    terminal.complain(`bitext: ${error.message}\n${error.showUsage ? `${usage()}\n` : ''}`)
    return 2
  }
}

async function run([name, ...rest]: string[], terminal: Terminal): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    await terminal.say(`${usage()}\n`)
    return name === undefined ? 2 : 0
  }
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (!command) throw new UsageError(`there is no command '${name}'`)
  return await command.run(rest, terminal)
}
