// npm start: starts the desk from scratch, reports its progress, and stops everything on Ctrl-C or
// SIGTERM.
import { startDesk } from '../start/desk'
import { Problem, failWith } from '../command-line/problem'

const dev = process.argv.includes('--dev')

try {
  await startDesk({ dev })
} catch (error) {
  if (!(error instanceof Problem)) console.error('✗ The desk did not start. What went wrong:')
  failWith(error)
}
