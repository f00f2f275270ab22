/** What every subcommand of `bitext` is made of, and how it reads its files. */
import { readFile } from 'node:fs/promises'
import type { Problem } from '../../bitext/text'

export type Command = {
  name: string
  /** After "bitext ". */
  usage: string
  /** Answers the exit code. */
  run(args: string[]): Promise<number>
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
export async function readInput(path: string): Promise<Uint8Array> {
  if (path === '-') return await readStandardInput()
  try {
    return await readFile(path)
  } catch (error) {
    throw new UsageError(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? error})`, false)
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Says what is wrong with a file, with its line, as an exit-2 error. */
export function unreadable(path: string, problems: Problem[]): UsageError {
  const lines = problems.map(
    ({ line, message }) => `${path === '-' ? 'standard input' : path}${line ? `:${line}` : ''}: ${message}`,
  )
  return new UsageError(lines.join('\n'), false)
}
