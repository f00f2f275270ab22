/**
 * Known holes of packages: none that has one may be in the lock, at any depth, below the version that closed it. The registry's own
 * audit cannot be asked everywhere, so the list is ours: tests/support/known-holes.json; `least` is null where no version is mended.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { LOCK_FILE, type Lock } from './support/lock'

type Hole = { package: string; least: string | null; advisories: string[] }

const { packages }: Lock = JSON.parse(readFileSync(LOCK_FILE, 'utf8'))
const holes: Hole[] = JSON.parse(
  readFileSync(fileURLToPath(new URL('support/known-holes.json', import.meta.url)), 'utf8'),
)
const wanted = JSON.parse(readFileSync(fileURLToPath(new URL('../package.json', import.meta.url)), 'utf8'))

test.each(holes)('$package holds none of $advisories', ({ package: name, least }) => {
  const locked = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`))
  expect(locked.filter(([, { version }]) => least === null || isBelow(version ?? '0', least))).toEqual([])
})

test('a version is older when its first differing number is', () => {
  expect(isBelow('8.5.9', '8.5.12')).toBe(true)
  expect(isBelow('8.5.12', '8.5.12')).toBe(false)
  expect(isBelow('9.0.0', '8.5.12')).toBe(false)
  // What came before a release lacks what the release mended.
  expect(isBelow('8.5.12-beta.1', '8.5.12')).toBe(true)
})

test('every dependency is wanted in one version, the one that is locked', () => {
  for (const [name, version] of Object.entries({ ...wanted.dependencies, ...wanted.devDependencies }))
    expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version])
})

function isBelow(version: string, least: string): boolean {
  const [one, other] = [version, least].map((text) => text.split('-')[0].split('.').map(Number))
  const at = one.findIndex((part, index) => part !== other[index])
  return at === -1 ? version.includes('-') : one[at] < other[at]
}
