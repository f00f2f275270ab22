/**
 * A real headless Chromium without root, system packages or downloads of its own:
 * CHROMIUM_PATH if set, else the one inside an npm package (Linux x64), else an installed one.
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

export type Browser = { path: string; env: Record<string, string> }

export async function ensureBrowser(): Promise<Browser> {
  if (process.env.CHROMIUM_PATH) return { path: process.env.CHROMIUM_PATH, env: {} }
  if (process.platform === 'linux' && process.arch === 'x64') return await packagedBrowser()
  const path = INSTALLED.find((candidate) => existsSync(candidate))
  if (!path)
    throw new Error('No Chromium was found for the browser tests. Install Chrome, or set CHROMIUM_PATH to one.')
  return { path, env: {} }
}

async function packagedBrowser(): Promise<Browser> {
  const require = createRequire(import.meta.url)
  const folder = dirname(dirname(dirname(require.resolve('@sparticuz/chromium'))))
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const unpacked = join(ROOT, 'node_modules', '.cache', `chromium-${version}`)
  const path = join(unpacked, 'chromium')
  if (!existsSync(path)) await unpack(join(folder, 'bin'), unpacked, path)
  return withLibraries(path, unpacked)
}

async function unpack(packed: string, folder: string, path: string) {
  mkdirSync(folder, { recursive: true })
  const unfinished = `${path}.${process.pid}`
  await pipeline(createReadStream(join(packed, 'chromium.br')), createBrotliDecompress(), createWriteStream(unfinished))
  chmodSync(unfinished, 0o755)
  untar(brotliDecompressSync(readFileSync(join(packed, 'al2023.tar.br'))), folder)
  untar(brotliDecompressSync(readFileSync(join(packed, 'swiftshader.tar.br'))), folder)
  renameSync(unfinished, path)
}

/** The package carries the NSS libraries too, for a system that lacks them. */
function withLibraries(path: string, folder: string): Browser {
  if (spawnSync(path, ['--version']).status === 0) return { path, env: {} }
  const env = { LD_LIBRARY_PATH: [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') }
  const { status, stderr, error } = spawnSync(path, ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (status === 0) return { path, env }
  throw new Error(
    `The packaged Chromium does not start here: ${stderr || error}. Set CHROMIUM_PATH to an installed one.`,
  )
}

const TAR_BLOCK = 512

function untar(archive: Buffer, folder: string) {
  for (let at = 0; at + TAR_BLOCK <= archive.length; ) {
    const name = archive.toString('utf8', at, at + 100).split('\0')[0]
    if (!name) return
    const size = Number.parseInt(archive.toString('utf8', at + 124, at + 136), 8) || 0
    const type = String.fromCharCode(archive[at + 156])
    const target = join(folder, name)
    if (type === '5') mkdirSync(target, { recursive: true })
    if (type === '0' || type === '\0') {
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, archive.subarray(at + TAR_BLOCK, at + TAR_BLOCK + size))
    }
    at += TAR_BLOCK + Math.ceil(size / TAR_BLOCK) * TAR_BLOCK
  }
}
