import { defineConfig } from '@playwright/test'

/** The runner (tests/run-suites.ts) starts the workbench and the browser and says where they are. */
export default defineConfig({
  testDir: '.',
  outputDir: '../.artifacts/e2e',
  reporter: [['list'], ['json']],
  workers: 1,
  // Two noisy cores now and then miss a deadline; what fails twice fails.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.BASE_URL,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    locale: 'en-GB',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    },
  },
  projects: [
    { name: 'set-up', testMatch: 'set-up.e2e.ts' },
    {
      name: 'journeys',
      testMatch: '*.journey.ts',
      dependencies: ['set-up'],
      use: { storageState: 'tests/.artifacts/administrator.json' },
    },
  ],
})
