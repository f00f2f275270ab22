/**
 * Runs before each test file. Files share a process, because starting one and loading Prisma into it takes longer than most files;
 * what is ours they do not share: our modules are loaded anew, and the environment and our globals are as at the start of the process.
 * Only packages stay loaded. What would work on beyond its file (a sender of jobs, checks) is ended by ownDatabase() in world.ts.
 */
import { vi } from 'vitest'

type AtStart = { env: NodeJS.ProcessEnv; folder: string }

const here = globalThis as typeof globalThis & { testsAtStart?: AtStart }

if (!here.testsAtStart) {
  here.testsAtStart = { env: { ...process.env }, folder: process.cwd() }
} else {
  const { env, folder } = here.testsAtStart
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name]
  Object.assign(process.env, env)
  process.chdir(folder)
  for (const name of Object.keys(here)) if (name.startsWith('duizhao')) Reflect.deleteProperty(here, name)
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.resetModules()
}
