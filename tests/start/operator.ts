// What an operator runs at the machine of a desk, and what it says.
import { spawn } from 'node:child_process'

/**
 * Runs a command of the operators', for so many milliseconds at most where they are named; gives
 * its exit status and all that it said.
 */
export const command = (
  name: string,
  args: string[],
  variables: Record<string, string>,
  input = '',
  timeout?: number,
) =>
  new Promise<{ status: number | null; said: string }>((resolve, reject) => {
    const child = spawn(process.execPath, ['lib/ops/launch.mjs', `lib/ops/${name}`, ...args], {
      env: { ...process.env, BASE_URL: '', ...variables },
      timeout,
    })
    let [out, wrong] = ['', '']
    child.stdout.on('data', (part: Buffer) => (out += part.toString()))
    child.stderr.on('data', (part: Buffer) => (wrong += part.toString()))
    child.once('error', reject).once('close', (status) => resolve({ status, said: out + wrong }))
    child.stdin.end(input)
  })

export const long = 'a password that is long\n'

/** Runs a start on this data folder that is to fail. */
export const failing = (data: string, variables: Record<string, string> = {}) =>
  command(
    'start',
    [],
    { DATABASE_URL: '', DATA_DIR: data, PORT: '39871', ...variables },
    '',
    60_000,
  )
