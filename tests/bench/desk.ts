import { spawn } from 'node:child_process'

/** A desk of one size in a process of its own, that does what it is asked one after the other. */
export type Desk = { ask<T>(what: unknown): Promise<T>; end(): Promise<void> }

/** Starts `tests/bench/<script>` with these arguments; ready once it has said so. */
export async function deskOf(script: string, ...args: string[]): Promise<Desk> {
  const child = spawn(process.execPath, ['lib/ops/launch.mjs', `tests/bench/${script}`, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const said = () =>
    Promise.race([
      new Promise<unknown>((resolve) => child.once('message', resolve)),
      ended.then(() => Promise.reject(new Error(`${script} ${args.join(' ')} ended`))),
    ])
  await said()
  return {
    ask: <T>(what: unknown) => {
      const told = said()
      child.send(what as object)
      return told as Promise<T>
    },
    end: () => {
      child.send('end')
      return ended
    },
  }
}

/** The other side of it: answers each question by `answer`, and ends by `end`. */
export function answering(
  answer: (what: unknown) => Promise<unknown>,
  end: () => Promise<unknown>,
) {
  const failed = (error: unknown) => {
    console.error(error)
    process.exit(1)
  }
  process.on('message', (what) => {
    if (what === 'end') end().then(() => process.exit(0), failed)
    else answer(what).then((told) => process.send?.(told), failed)
  })
  process.send?.('ready')
}
