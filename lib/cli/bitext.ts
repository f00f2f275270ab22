/**
 * The language library on the command line: `npm run --silent bitext -- intake|sentences|align|check …`.
 * Answers go to standard output, errors (naming file and line) to standard error. Exit 0 done, 1 findings, 2 wrong use or unreadable input.
 */
import type { Terminal } from './bitext/command'
import { runBitext } from './bitext/run'

const terminal: Terminal = {
  async read() {
    const chunks: Buffer[] = []
    for await (const chunk of process.stdin) chunks.push(chunk)
    return Buffer.concat(chunks)
  },
  say: (text) =>
    new Promise((done, fail) => {
      process.stdout.write(text, (error) => {
        // A reader that has heard enough (`| head`) is no error.
        if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') fail(error)
        else done()
      })
    }),
  complain: (text) => void process.stderr.write(text),
}

process.exitCode = await runBitext(process.argv.slice(2), terminal)
