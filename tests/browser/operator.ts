// What an operator does at the machine of the desk under test.
import { spawnSync } from 'node:child_process'
import { expect } from '@playwright/test'
import { password } from './desk'

/** Runs a script beside the running desk; gives what it printed. */
export function command(script: string, args: string[], input = ''): string {
  // The desk under test is on the embedded PostgreSQL, or where its environment says (npm run
  // test:pooler).
  const where = process.env.DESK_DATABASE ? {} : { DATABASE_URL: '', BASE_URL: '' }
  const variables = {
    ...process.env,
    DATA_DIR: process.env.DESK_FOLDER ?? '',
    LOG_LEVEL: 'error',
    ...where,
  }
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['lib/ops/launch.mjs', script, ...args],
    { encoding: 'utf8', input, env: variables },
  )
  expect(stderr).not.toContain('✗')
  expect(status, stderr).toBe(0)
  return stdout
}

/** A store of its own for a journey, with its people: e-mail, name, role. */
export function makeStore(
  code: string,
  name: string,
  people: [string, string, 'staff' | 'reviewer'][],
) {
  command('lib/ops/store-create', [
    '--code',
    code,
    '--name-zh',
    name,
    '--name-en',
    code,
    '--address-zh',
    '别处',
    '--address-en',
    'Elsewhere',
    '--phone',
    '010',
    '--region',
    'CN-BJ',
  ])
  for (const [email, who, role] of people)
    command(
      'lib/ops/account-create',
      ['--email', email, '--name', who, '--role', role, '--store', code],
      `${password}\n`,
    )
}

/**
 * Requests submitted at the demo store at a moment of Shanghai (`2026-09-30T10:00`); gives their
 * references.
 */
export const submittedAt = (moment: string, firstNumber: string, count = 1): string[] =>
  command('tests/browser/submit-requests', [moment, firstNumber, String(count)])
    .trim()
    .split('\n')
    .slice(-count)
