// npm start: brings the desk up from nothing, says what it is doing, and stops it all again on
// Ctrl-C or SIGTERM.
import { startDesk } from './start/desk'
import { Problem, failWith } from './problem'

const dev = process.argv.includes('--dev')

try {
  await startDesk({ dev })
} catch (error) {
  if (!(error instanceof Problem)) console.error('✗ The desk did not start. What went wrong:')
  failWith(error)
}
