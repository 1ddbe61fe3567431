import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions } from './browser/chromium'

export default defineConfig({
  testDir: './browser',
  outputDir: './.out/browser',
  globalSetup: './browser/desk.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '.out/browser.json' }]],
  use: {
    // The desk's pages of one browser share a process, as a clerk's tabs do: each new one of its
    // own would begin by compiling all their scripts.
    launchOptions: { ...(await chromiumLaunchOptions()), args: ['--process-per-site'] },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    // Recording costs each test a quarter of its time: TRACE=1 for one that is to be looked into.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
  },
})
