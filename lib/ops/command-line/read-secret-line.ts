import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** Reads a line from standard input; at a terminal with a prompt and without echo. */
export async function readSecretLine(question: string): Promise<string> {
  const terminal = process.stdin.isTTY
  if (terminal) process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({
    input: process.stdin,
    output: terminal ? silent : undefined,
    terminal,
  })
  for await (const line of lines) {
    lines.close()
    if (terminal) process.stderr.write('\n')
    return line
  }
  return ''
}
