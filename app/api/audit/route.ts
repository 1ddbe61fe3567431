import { hasLocale } from 'next-intl'
import { csvStream } from '@/app/api/requests/export/csv-stream'
import { askedFor } from '@/components/audit/asked-for'
import { type AuditWords, auditWords, withNames } from '@/components/audit/audit-words'
import { type EntryText, entryText } from '@/components/audit/entry-text'
import { noteExport } from '@/lib/audit/commands'
import { auditFilter, mostExported } from '@/lib/audit/filter'
import { auditNames } from '@/lib/audit/names/queries'
import { type AuditRow, auditPages } from '@/lib/audit/queries'
import { currentViewer } from '@/lib/auth/viewer'
import { dayOf } from '@/lib/domain/days'
import { may } from '@/lib/domain/permissions'
import { routing } from '@/lib/i18n/routing'
import { jsonStream } from './json-stream'

/**
 * The audit as a file, in the words of the page: the newest 10,000 entries of what is asked for, as
 * CSV (a line for each field that changed) or as JSON (the contents as they are chained, too). That
 * it was taken is an entry itself.
 */
export async function GET(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !may(viewer.memberships, 'audit.read')) return new Response(null, { status: 403 })
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const { filter, errors } = auditFilter(asked)
  if (errors.from || errors.to) return new Response(null, { status: 400 })
  const format = asked.format === 'json' ? 'json' : 'csv'
  const said = await auditWords(
    hasLocale(routing.locales, asked.locale) ? asked.locale : routing.defaultLocale,
  )
  const now = new Date()
  const pages = inWords(auditPages(await askedFor(filter, said), mostExported), said)
  await noteExport(viewer.id, format, filter, now)
  const name = `audit-${dayOf(now)}.${format}`
  return format === 'json' ? jsonStream(name, objects(pages)) : csvStream(name, lines(pages, said))
}

type Told = { row: AuditRow; told: EntryText }

async function* inWords(
  pages: AsyncIterable<readonly AuditRow[]>,
  said: AuditWords,
): AsyncGenerator<Told[]> {
  for await (const rows of pages) {
    const named = withNames(said, await auditNames(rows))
    yield rows.map((row) => ({ row, told: entryText(row, named) }))
  }
}

async function* lines(pages: AsyncIterable<readonly Told[]>, { t }: AuditWords) {
  const titles = ['at', 'by', 'email', 'kind', 'sentence', 'thing', 'field', 'before', 'after']
  yield [titles.map((title) => t(`audit.column.${title as 'at'}`))]
  for await (const page of pages) yield page.flatMap(linesOf)
}

function linesOf({ told: { at, by, email, kind, text, thing, changes } }: Told) {
  const entry = [at, by, email ?? '', kind, text, thing.name]
  return changes.length
    ? changes.map(({ label, before, after }) => [...entry, label, before ?? '', after ?? ''])
    : [[...entry, '', '', '']]
}

async function* objects(pages: AsyncIterable<readonly Told[]>) {
  for await (const page of pages)
    yield page.map(({ row, told }) => ({
      id: row.id,
      at: row.at,
      by: row.by && { name: row.by.name, email: row.by.email },
      kind: row.what,
      sentence: told.text,
      thing: { name: told.thing.name, subject: row.subject },
      changes: told.changes,
      before: row.before,
      after: row.after,
    }))
}
