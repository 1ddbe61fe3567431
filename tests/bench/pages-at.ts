// The pages of a desk of one size, measured whenever the parent asks for one: folder, tree, size,
// and `quickly`.
import { database } from '@/lib/db/client'
import { filledDatabase } from './database'
import { answering } from './desk'
import type { Effort } from './load'
import { pagesAt } from './measures/pages'
import { serve } from './serve'
import { subjectsOf } from './subjects'

/**
 * What can be asked: the names of all pages, one of them measured, what it asks of the database,
 * and the memory of the process.
 */
export type Asked =
  | { what: 'names' }
  | { what: 'memory' }
  | { what: 'measure'; page: string }
  | { what: 'plan'; page: string }

const [folder = '', tree = '', size = '', pace = ''] = process.argv.slice(2)
const effort: Effort =
  pace === 'quickly'
    ? { seconds: 1, least: 20, warm: 0.5, quickly: true }
    : { seconds: 1, least: 20, warm: 0.3 }

const made = await filledDatabase(folder, Number(size), console.log)
const subjects = await subjectsOf(made.urls.owner)
await database().$disconnect()
const product = await serve(tree, made.variables)
const pages = await pagesAt(product, subjects, effort)
await pages.warm()

answering(
  async (given) => {
    const asked = given as Asked
    if (asked.what === 'names') return pages.names
    if (asked.what === 'memory') return product.memory()
    return asked.what === 'plan' ? pages.plan(asked.page) : pages.measure(asked.page)
  },
  () => product.stop().then(() => made.stop()),
)
