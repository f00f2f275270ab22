import { defineConfig } from '@playwright/test'

/** The runner (tests/run-suites.ts) starts the workbench and the browser and says where they are. */
export default defineConfig({
  testDir: '.',
  outputDir: '../.artifacts/e2e',
  reporter: [['list'], ['json']],
  // Each journey has its own project and its own context, so that files may run beside each other.
  workers: 2,
  // Two noisy cores now and then miss a deadline; what fails twice fails.
  retries: 1,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: process.env.BASE_URL,
    screenshot: 'only-on-failure',
    // Recording one costs a third of the time of a journey; the retry of one that failed tells as much.
    trace: 'on-first-retry',
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'en-GB',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    },
  },
  projects: [
    { name: 'set-up', testMatch: 'set-up.e2e.ts' },
    {
      // Changes what the administrator finds everywhere.
      name: 'alone',
      testMatch: 'keys.journey.ts',
      dependencies: ['set-up'],
      use: { storageState: 'tests/.artifacts/administrator.json' },
    },
    {
      name: 'journeys',
      testMatch: '*.journey.ts',
      testIgnore: 'keys.journey.ts',
      dependencies: ['alone'],
      use: { storageState: 'tests/.artifacts/administrator.json' },
    },
  ],
})
