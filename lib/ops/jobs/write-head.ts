import { auditHead } from '@/lib/db/audit-chain/queries'
import { callOut } from '@/lib/api/webhooks/call-out'
import { headOf } from '@/lib/cancellation/queries/head'
import { log } from '@/lib/log'
import { keepHead } from '../ledgers/heads'

/** A transaction takes ten seconds at most: anything older than this is committed. */
const settledMs = 60_000

/**
 * Writes the head of all histories and of the audit to a file, and to the operator's URL if set, so
 * that the proof is kept apart from the database.
 */
export async function writeHead(now: Date) {
  const [histories, audit] = await Promise.all([
    headOf(new Date(now.getTime() - settledMs)),
    auditHead(),
  ])
  const head = { ...histories, audit }
  keepHead(process.env.HEADS_FILE ?? '', head)
  const { AUDIT_HEAD_URL: address } = process.env
  const status = address
    ? await callOut(address, {}, JSON.stringify(head), process.env.WEBHOOKS_ALLOW_PRIVATE === '1')
    : null
  if (status !== null && (status < 200 || status > 299))
    throw new Error(`AUDIT_HEAD_URL answered ${status}`)
  log.info({ job: 'write_head', ...head }, 'done')
}
