// Facts through the API at one size, whenever the parent asks: folder, tree, size. Says when it is
// ready, and after each turn how many a second it were.
import { database } from '@/lib/db/client'
import { filledDatabase } from './database'
import { answering } from './desk'
import { load } from './load'
import { noteOn, versionIn } from './measures/api'
import { serve } from './serve'
import { type Subject, freshRequest, staffKey } from './subjects'

const [folder = '', tree = '', size = ''] = process.argv.slice(2)

const made = await filledDatabase(folder, Number(size), console.log)
const key = await staffKey('demo')
const targets: Subject[] = []
for (let count = 0; count < 10; count += 1) targets.push(await freshRequest())
await database().$disconnect()
const { address, stop } = await serve(tree, made.variables)

const versions = targets.map(() => 1)
async function turn() {
  const { perSecond, bad } = await load(
    address,
    (_, place) => noteOn(targets[place]?.reference ?? '', key, versions[place] ?? 0),
    {
      seconds: 1,
      warm: 0.5,
      heard: (place, answer) => {
        versions[place] = versionIn(answer) ?? versions[place] ?? 0
      },
    },
  )
  if (bad) throw new Error(`${bad} facts were refused`)
  return perSecond
}
answering(turn, () => stop().then(() => made.stop()))
