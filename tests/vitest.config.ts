import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

const SHARED = {
  pool: 'forks',
  // Vitest leaves a core to the watcher; nobody watches here, and PostgreSQL's share of the work is another process's.
  maxWorkers: 2,
  // Only to end what hangs: a slow machine is no fault of the code.
  testTimeout: 180_000,
  hookTimeout: 120_000,
} as const

const PURE = ['tests/bitext/**/*.test.ts']

export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    maxWorkers: SHARED.maxWorkers,
    projects: [
      {
        extends: true,
        // Text in, values out: nothing one file leaves behind can reach another, so that all share one process and load the library once.
        test: { ...SHARED, name: 'bitext', include: PURE, isolate: false },
      },
      {
        extends: true,
        test: {
          ...SHARED,
          name: 'all else',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/bench/**', 'node_modules/**', ...PURE],
          globalSetup: ['tests/support/database.ts'],
          isolate: false,
          setupFiles: ['tests/support/fresh.ts'],
        },
      },
    ],
  },
})
