// Builds the pages when they are stale, without starting anything; `npm start` does the same.
import { failWith } from '../command-line/problem'
import { buildWhenStale } from '../start/build'

try {
  await buildWhenStale((line) => console.log(`• ${line}`))
  process.exit(0)
} catch (error) {
  failWith(error)
}
