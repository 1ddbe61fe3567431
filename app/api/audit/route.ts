import { isAuditedKind } from '@/lib/audit/kinds'
import { auditEntries } from '@/lib/audit/queries'
import { may } from '@/lib/auth/policy'
import { currentViewer } from '@/lib/auth/viewer'
import { dayOf } from '@/lib/calendar/dates'
import { csvAnswer } from '@/lib/forms/csv'

const most = 10_000

/** The audit as CSV, a line for each field that changed: the newest 10,000 entries of what is asked for. */
export async function GET(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !may(viewer.memberships, 'audit.read')) return new Response(null, { status: 403 })
  const asked = new URL(request.url).searchParams
  const what = asked.get('what')
  const { items } = await auditEntries({ q: asked.get('q')?.slice(0, 100), ...(isAuditedKind(what) && { what }), limit: most })
  const lines = items.flatMap(({ at, by, what: kind, subject, changes }) => (changes.length ? changes : [{ field: '', before: '', after: '' }]).map(({ field, before, after }) => [at, by ?? '', kind, subject, field, said(before), said(after)]))
  return csvAnswer(`audit-${dayOf(new Date())}.csv`, [['at', 'by', 'what', 'subject', 'field', 'before', 'after'], ...lines])
}

const said = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
