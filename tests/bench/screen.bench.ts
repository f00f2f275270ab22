/**
 * The review screen of the built workbench, as `npm start` serves it, on a throw-away database with documents of 1,000, 10,000
 * and 100,000 rows: opening, memory, bytes, scrolling and typing in a real Chromium, and saving over HTTP. Server, database,
 * browser and clients share the machine, whose noise is in every figure.
 */
import { machine } from './figures'
import { benchPages } from './screen-page'
import { benchSaves } from './screen-save'
import { withWorld } from './screen-world'

const LENGTHS = [1_000, 10_000, 100_000]

export async function bench(): Promise<void> {
  console.log(machine())
  await withWorld(LENGTHS, async (world) => {
    await benchPages(world)
    await benchSaves(world)
  })
}
