// Plants bugs in the pure rules, one at a time, and asks whether a unit test sees each; see
// docs/mutation.md.
const out = 'tests/.out/mutation'

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutation/vitest.config.ts' },
  mutate: [
    'lib/cancellation/rules/{workflow,move-events,move-inputs,demands,judge,judge-note}.ts',
    'lib/cancellation/rules/{undone-steps,replay,events,request-record,obligations}.ts',
    'lib/cancellation/rules/{circumstances,custody,legacy-plain-values,guide-change}.ts',
    'lib/cancellation/rules/{outcomes,promises}.ts',
    'lib/calendar/{working-days,import}.ts',
    'lib/domain/{circumstances,days,step-kinds}.ts',
    'lib/domain/identifiers/*.ts',
    'lib/guide/{checks,links,resolve}.ts',
  ],
  ignorePatterns: ['/.data', '/.next', '/tests/.out'],
  concurrency: 1,
  // For `--incremental`, which does not try a bug in a module's data again when tests are added.
  incrementalFile: `${out}/incremental.json`,
  tempDirName: `${out}/sandbox`,
  cleanTempDir: 'always',
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false },
  allowConsoleColors: false,
  htmlReporter: { fileName: `${out}/report.html` },
  jsonReporter: { fileName: `${out}/report.json` },
  thresholds: { high: 95, low: 85, break: 85 },
}
