import { isAuditedKind } from '@/lib/audit/kinds'
import { type AuditRow, auditPages } from '@/lib/audit/queries'
import { may } from '@/lib/domain/permissions'
import { currentViewer } from '@/lib/auth/viewer'
import { dayOf } from '@/lib/domain/days'
import { beginningOf } from '@/lib/forms/storable-text'
import { csvStream } from '@/app/api/requests/export/csv-stream'

const most = 10_000

/**
 * The audit as CSV, a line for each field that changed: the newest 10,000 entries of what is asked
 * for.
 */
export async function GET(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !may(viewer.memberships, 'audit.read')) return new Response(null, { status: 403 })
  const asked = new URL(request.url).searchParams
  const what = asked.get('what')
  const q = asked.get('q')
  const filter = { ...(q && { q: beginningOf(q, 100) }), ...(isAuditedKind(what) && { what }) }
  return csvStream(`audit-${dayOf(new Date())}.csv`, rowsOf(auditPages(filter, most)))
}

async function* rowsOf(pages: AsyncIterable<readonly AuditRow[]>) {
  yield [['at', 'by', 'what', 'subject', 'field', 'before', 'after']]
  for await (const entries of pages) yield entries.flatMap(linesOf)
}

function linesOf({ at, by, what, subject, changes }: AuditRow) {
  const told = changes.length ? changes : [{ field: '', before: '', after: '' }]
  const entry = [at, by ?? '', what, subject]
  return told.map(({ field, before, after }) => [...entry, field, said(before), said(after)])
}

const said = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
