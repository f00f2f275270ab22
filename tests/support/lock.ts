/**
 * Keeps package-lock.json complete for every platform. A registry that lacks a package for another platform makes
 * `npm install` leave it out of the lock, and then `npm ci` refuses the lock everywhere. Run after each change of
 * dependencies: `npm run mend-lock`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

type Entry = {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

export type Lock = { packages: Record<string, Entry> }

export const LOCK_FILE = fileURLToPath(new URL('../../package-lock.json', import.meta.url))

type Missing = { name: string; range: string; dev: boolean }

/** Optional dependencies that no entry of the lock answers. */
export function missingEntries({ packages }: Lock): Missing[] {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isInstalledFor(packages, path, name))
      .map(([name, range]) => ({ name, range, dev: entry.dev ?? false })),
  )
}

/** Node's own search: beside the package, then in each folder above it. */
function isInstalledFor(packages: Lock['packages'], path: string, name: string): boolean {
  for (let base = path; ; base = base.slice(0, base.lastIndexOf('node_modules/')).replace(/\/$/, '')) {
    if (packages[`${base}${base ? '/' : ''}node_modules/${name}`]) return true
    if (base === '') return false
  }
}

const OS = ['darwin', 'win32', 'android', 'freebsd', 'openharmony', 'linux', 'sunos', 'aix', 'netbsd', 'openbsd']
const CPU = ['arm64', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32', 'arm']

/** What npm would have written, as far as the name tells: no integrity, which only the registry knows. */
function entryFor({ name, range, dev }: Missing): Entry {
  const words = name.split(/[-/_]/)
  const os = words.includes('windows') ? ['win32'] : OS.filter((word) => words.includes(word))
  const cpu = CPU.filter((word) => words.includes(word))
  return {
    version: range.replace(/^[\^~]/, ''),
    ...(dev && { dev }),
    optional: true,
    ...(os.length > 0 && { os }),
    ...(cpu.length > 0 && { cpu }),
    ...(words.includes('musl') && { libc: ['musl'] }),
  }
}

export function mended(lock: Lock): Lock {
  const added = missingEntries(lock).map((missing) => [`node_modules/${missing.name}`, entryFor(missing)] as const)
  const packages = Object.fromEntries([...Object.entries(lock.packages), ...added].sort(([a], [b]) => (a < b ? -1 : 1)))
  return { ...lock, packages }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock: Lock = JSON.parse(readFileSync(LOCK_FILE, 'utf8'))
  console.log(`${missingEntries(lock).length} entries added to package-lock.json`)
  writeFileSync(LOCK_FILE, `${JSON.stringify(mended(lock), null, 2)}\n`)
}
