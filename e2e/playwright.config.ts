import { defineConfig } from '@playwright/test';
import { browserFlags } from '../scripts/lib/find-browser.mjs';

const report = process.env['PLAYGROUND_BROWSER_REPORT'];
const browser = process.env['CHROMIUM_PATH'];

/** Journeys in a real browser. `npm run browser` builds, finds a browser and sets CHROMIUM_PATH. */
export default defineConfig({
  testDir: '.',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  use: {
    browserName: 'chromium',
    // A trace of every keystroke would double the time; ask for one with --trace on.
    screenshot: 'only-on-failure',
    launchOptions: { args: browserFlags, ...(browser ? { executablePath: browser } : {}) },
  },
});
