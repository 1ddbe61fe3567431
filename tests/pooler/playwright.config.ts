import { defineConfig } from '@playwright/test'
import whole from '../playwright.config'

export default defineConfig({
  ...whole,
  testDir: '../browser',
  testMatch: 'four-paths.test.ts',
  outputDir: '../.out/pooler',
  globalSetup: [],
  workers: 1,
  reporter: [['list']],
})
