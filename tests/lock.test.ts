import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LOCK_FILE, type Lock, mended, missingEntries } from './support/lock'

const lock: Lock = JSON.parse(readFileSync(LOCK_FILE, 'utf8'))

test('npm ci will take the lock on every platform (if not: npm run mend-lock)', () => {
  expect(missingEntries(lock)).toEqual([])
})

test('a lock that lacks other platforms is mended by their names', () => {
  const poor: Lock = {
    packages: {
      '': {},
      'node_modules/tool': { dev: true, optionalDependencies: { '@tool/linux-arm64-musl': '1.2.3' } },
    },
  }
  const { packages } = mended(poor)
  expect(packages['node_modules/@tool/linux-arm64-musl']).toEqual({
    version: '1.2.3',
    dev: true,
    optional: true,
    os: ['linux'],
    cpu: ['arm64'],
    libc: ['musl'],
  })
  expect(missingEntries({ packages })).toEqual([])
})
