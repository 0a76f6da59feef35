import { defineConfig, devices } from '@playwright/test'
import { chromiumFlags, findChromium } from './support/chromium'

/**
 * The address is that of the server that scripts/test.ts has started; VERBATIM_TEST_ADDRESS names it, or any other running one.
 */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  // Generous: a loaded machine is slow, not wrong.
  timeout: 120_000,
  globalTimeout: 20 * 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.VERBATIM_TEST_ADDRESS ?? 'http://127.0.0.1:3000',
    trace: 'retain-on-failure',
    actionTimeout: 20_000,
    launchOptions: { executablePath: findChromium(), args: [...chromiumFlags] },
  },
})
