/**
 * Speed and memory of the aligner at 1,000, 10,000 and 100,000 sentences a side, each in a process of its own, so
 * that its peak is its own. The text is the sample over and over, every row with a number of its own.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const RUN = fileURLToPath(new URL('align-once.ts', import.meta.url))
const SIZES = [1_000, 10_000, 100_000]

export function bench(): void {
  console.log('sentences a side   CPU s   sentences/CPU-s (both sides)   wall s   peak MB   rows right')
  for (const size of SIZES) {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', RUN, String(size)], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
    process.stdout.write(stdout)
  }
}
