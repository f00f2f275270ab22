import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'tests/bench/**', 'node_modules/**'],
    globalSetup: ['tests/support/database.ts'],
    pool: 'forks',
    // Vitest leaves a core to the watcher; nobody watches here, and PostgreSQL's share of the work is another process's.
    maxWorkers: 2,
    // Only to end what hangs: a slow machine is no fault of the code.
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
})
