/** Keeps the shape of the house: imports point down, the language library stays pure, the top level stays fixed. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

type Import = { file: string; from: string }

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.includes('generated') && !name.includes('node_modules'))
}

/** Paths of the project are given from its root; packages by their names. */
function imports(file: string): Import[] {
  const code = readFileSync(join(ROOT, file), 'utf8')
  const named = [
    ...code.matchAll(/(?:^|\n)\s*(?:import|export)[^'"`;]*?from\s*['"]([^'"]+)['"]/g),
    ...code.matchAll(/import\(\s*['"]([^'"]+)['"]\s*\)/g),
  ]
  return named.map(([, name]) => ({ file, from: resolved(file, name) }))
}

function resolved(file: string, name: string): string {
  if (name.startsWith('@/')) return name.slice(2)
  return name.startsWith('.') ? normalize(join(dirname(file), name)) : name
}

const LIB = sources('lib').flatMap(imports)
const APP = sources('app').flatMap(imports)

const isProject = (from: string) => /^(app|lib|prisma|tests)\//.test(from)
const within = (folder: string) => (path: string) => path === folder || path.startsWith(`${folder}/`)

test('lib never knows the framework', () => {
  expect(LIB.filter(({ from }) => /^(next|next-auth|react|react-dom)(\/|$)/.test(from))).toEqual([])
})

test('lib imports nothing of app, and only the launcher reaches into prisma/', () => {
  expect(LIB.filter(({ from }) => within('app')(from))).toEqual([])
  expect(LIB.filter(({ file, from }) => within('prisma')(from) && !within('lib/cli')(file))).toEqual([])
})

/** What the language library may use beside itself. No I/O: each turns values into values. */
const PURE_PACKAGES = [
  'diff-match-patch',
  'docx',
  'mammoth',
  'opencc-js',
  'parse5',
  'pinyin-pro',
  're2js',
  'saxes',
  'stemmer',
  'yauzl',
]

test('the language library imports only itself and a short list of pure packages', () => {
  const foreign = LIB.filter(({ file }) => within('lib/bitext')(file)).filter(({ from }) =>
    isProject(from) ? !within('lib/bitext')(from) : !PURE_PACKAGES.includes(packageName(from)),
  )
  expect(foreign).toEqual([])
})

function packageName(from: string): string {
  return from.split('/', from.startsWith('@') ? 2 : 1).join('/')
}

const BASE = ['auth', 'db', 'jobs', 'bitext', 'lexicon', 'cli', 'errors', 'env']

test('the concepts of lib never call each other in a circle', () => {
  const graph = new Map<string, Set<string>>()
  for (const { file, from } of LIB) {
    const [one, other] = [file, from].map((path) => path.split('/')[1]?.replace(/\.ts$/, ''))
    if (!within('lib')(from) || one === other || BASE.includes(one) || BASE.includes(other)) continue
    // Rules and inputs are words two concepts share; only commands and queries make a dependency.
    if (/\/(rules|input|audit)$/.test(from)) continue
    graph.set(one, (graph.get(one) ?? new Set()).add(other))
  }
  expect([...graph.keys()].filter((concept) => reaches(graph, concept, concept))).toEqual([])
})

function reaches(graph: Map<string, Set<string>>, from: string, goal: string, seen = new Set<string>()): boolean {
  return [...(graph.get(from) ?? [])].some((next) => {
    if (next === goal) return true
    if (seen.has(next)) return false
    seen.add(next)
    return reaches(graph, next, goal, seen)
  })
}

test('no file needs itself: data flows one way', () => {
  const files = new Set([...LIB, ...APP].map(({ file }) => file))
  const graph = new Map<string, Set<string>>()
  for (const { file, from } of [...LIB, ...APP]) {
    const module = MODULE_ENDS.map((end) => from + end).find((path) => files.has(path))
    if (module && module !== file) graph.set(file, (graph.get(file) ?? new Set()).add(module))
  }
  expect(graph.size).toBeGreaterThan(700)
  expect([...graph.keys()].filter((file) => reaches(graph, file, file))).toEqual([])
})

const MODULE_ENDS = ['', '.ts', '.tsx', '/index.ts']

/** What a browser has to load before the first row can be worked on: everything imported for its values, and nothing that comes later. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  seen.add(file)
  const code = isProject(file) ? readFileSync(join(ROOT, file), 'utf8') : ''
  // The browser gets a name for what the server does, not the code.
  if (/^['"]use server['"]/.test(code)) return seen
  for (const [, name] of code.matchAll(/(?:^|\n)(?:import|export) (?!type )(?:[^'"`;]*?from )?'([^']+)'/g)) {
    const from = resolved(file, name)
    const module = isProject(from)
      ? MODULE_ENDS.map((end) => from + end).find((path) => /\.\w+$/.test(path) && existsSync(join(ROOT, path)))
      : from
    if (module && !seen.has(module)) loadedWith(module, seen)
  }
  return seen
}

/** Large, and wanted only once somebody types, seeks or asks. */
const LATER = [
  'mammoth',
  'docx',
  'opencc-js',
  'pinyin-pro',
  're2js',
  'saxes',
  'zod',
  'lib/bitext/align/align.ts',
  'lib/bitext/check/document/index.ts',
  'lib/bitext/check/run-checks.ts',
  'lib/bitext/numerals/index.ts',
  'app/_ui/texts/zh-CN/index.ts',
]

test('the review opens without what is wanted later', () => {
  const loaded = loadedWith('app/projects/[projectId]/review/[documentId]/review-screen.tsx')
  expect(loaded.size).toBeGreaterThan(200)
  expect(LATER.filter((module) => loaded.has(module))).toEqual([])
})

test('no drawer for everything', () => {
  const drawers = [...LIB, ...APP].filter(({ file }) =>
    /\/(utils|helpers|common|services|types)\//.test(file.replace('app/_ui/texts/', '')),
  )
  expect(drawers).toEqual([])
})

const TOP_LEVEL = [
  '.ci',
  '.env.example',
  '.gitignore',
  'LICENSE',
  'NOTICE',
  'README.md',
  'app',
  'lib',
  'next.config.js',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'prisma',
  'public',
  'tests',
  'tsconfig.json',
]

test('the top level is the design card’s', () => {
  const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 }).split('\n')
  const strange = new Set(
    tracked.map((path) => path.split('/')[0]).filter((name) => name !== '' && !TOP_LEVEL.includes(name)),
  )
  expect([...strange]).toEqual([])
})
