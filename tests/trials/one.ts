// One trial in a process of its own, since a desk's environment is a process's: name, size. Prints
// what it found as JSON.
import { trials } from './all'

const [name = '', size = '0'] = process.argv.slice(2)
const trial = trials.find((one) => one.name === name)
const found = await (
  trial?.run(Number(size)) ?? Promise.reject(new Error(`there is no trial ${name}`))
).catch((error: unknown) => ({
  tried: `size ${size}`,
  broken: [(error as Error).stack ?? String(error)],
}))
process.stdout.write(`\n${JSON.stringify(found)}\n`)
process.exit(0)
