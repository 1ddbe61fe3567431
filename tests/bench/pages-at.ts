// The pages of a desk of one size, measured whenever the parent asks for one: folder, tree, size,
// and `quickly`.
import { database } from '@/lib/db/client'
import { filledDatabase } from './database'
import { answering } from './desk'
import type { Effort } from './load'
import { pagesAt } from './measures/pages'
import { serve } from './serve'
import { statementLog } from './statement-log'
import { subjectsOf } from './subjects'

/**
 * What can be asked: the names of all pages, one of them measured (`beside`: over as many
 * connections as another), what it asks of the database, and the memory of the process.
 */
export type Asked =
  | { what: 'names' }
  | { what: 'memory' }
  | { what: 'measure'; page: string; beside?: string }
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
const log = statementLog(made.server)
const pages = await pagesAt(product, log, subjects, effort)
await pages.warm()

answering(
  async (given) => {
    const asked = given as Asked
    if (asked.what === 'names') return pages.names
    if (asked.what === 'memory') return product.memory()
    return asked.what === 'plan' ? pages.plan(asked.page) : pages.measure(asked.page, asked.beside)
  },
  async () => {
    await product.stop()
    await log.end()
    await made.stop()
  },
)
