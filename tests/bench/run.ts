/**
 * `npm run bench -- [NAME...]`: runs the benchmarks `tests/bench/*.bench.ts`, or those named, one after the other.
 * Each exports `bench()` and prints its own figures.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

type BenchModule = { bench(): Promise<void> | void }

const FOLDER = import.meta.dirname

const args = process.argv.slice(2)
const wanted = args.filter((arg) => !arg.startsWith('--'))
const files = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
  .sort()
for (const file of files) {
  console.log(`\n${file.replace('.bench.ts', '')}`)
  const { bench } = (await import(pathToFileURL(join(FOLDER, file)).href)) as BenchModule
  await bench()
}
if (files.length === 0) {
  console.error(`There is no benchmark of the name ${wanted.join(', ')} in tests/bench.`)
  process.exitCode = 2
}
