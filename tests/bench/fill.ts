// Fills the bench's database of a size, so that a run of the bench finds it: folder, size.
import { database } from '@/lib/db/client'
import { filledDatabase } from './database'

const [folder = '', size = ''] = process.argv.slice(2)
const made = await filledDatabase(folder, Number(size), (line) => console.log(line))
console.log(JSON.stringify(made.filled))
await database().$disconnect()
await made.stop()
process.exit(0)
