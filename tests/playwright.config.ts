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
  use: { launchOptions: await chromiumLaunchOptions(), locale: 'zh-CN', timezoneId: 'Asia/Shanghai', trace: 'retain-on-failure', viewport: { width: 1440, height: 900 } },
})
