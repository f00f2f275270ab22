/** What every subcommand of `bitext` is made of, and how it reads its files and answers. */
import { readFile } from 'node:fs/promises'
import type { Problem } from '../../bitext/text'

export type Command = {
  name: string
  /** After "bitext ". */
  usage: string
  /** Answers the exit code. */
  run(args: string[], terminal: Terminal): Promise<number>
}

/** Standard input, output and error. */
export type Terminal = {
  read(): Promise<Uint8Array>
  /** Settled when a slow reader has taken the text, so that nothing is cut off at exit. */
  say(text: string): Promise<void>
  complain(text: string): void
}

/** Wrong use or unreadable input: told on standard error, exit 2. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly showUsage = true,
  ) {
    super(message)
  }
}

/** Bytes of a file, or of standard input for "-". */
export async function readInput(path: string, terminal: Terminal): Promise<Uint8Array> {
  if (path === '-') return await terminal.read()
  try {
    return await readFile(path)
  } catch (error) {
    throw new UsageError(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? error})`, false)
  }
}

/** Says what is wrong with a file, with its line, as an exit-2 error. */
export function unreadable(path: string, problems: Problem[]): UsageError {
  const lines = problems.map(
    ({ line, message }) => `${path === '-' ? 'standard input' : path}${line ? `:${line}` : ''}: ${message}`,
  )
  return new UsageError(lines.join('\n'), false)
}
