import { viewNames } from '@/lib/cancellation/rules/bulk'
import { states } from '@/lib/cancellation/rules/workflow'
import { signInAt } from '../../browser/access-table/sign-in'
import { benchPassword } from '../database'
import { type Call, type Effort, callOnce, load } from '../load'
import type { Served } from '../serve'
import { type Statement, isControl } from '../statement'
import type { StatementLog } from '../statement-log'
import type { Subjects } from '../subjects'

export type Measured = {
  what: string
  p95: number
  perSecond: number
  bytes: number
  statements?: number /** What its statements gave, all told. */
  rows?: number
  scans?: string[]
  bad: number
}

/** A dynamic page of the same app with a paragraph on it: what a page costs before it shows any. */
export const emptyPage = 'an empty page'

/**
 * The same page at another size; none where its statements gave other numbers of rows, or its bytes
 * are others, since more or less stands on it then.
 */
export const alikeAt = (row: Measured, others: readonly Measured[]) =>
  others.find(
    ({ what, rows = 0, bytes }) =>
      what === row.what &&
      Math.abs(rows / (row.rows ?? 0) - 1) < 0.1 &&
      Math.abs(bytes / row.bytes - 1) < 0.05,
  )

/**
 * Tables that the fill has made large; none of them may be gone through from end to end. (A small
 * one always is: the planner is right. The reports' counts are: they are all that three years are
 * told from.)
 */
const growing = [
  'request',
  'request_event',
  'request_key',
  'search_token',
  'bag',
  'audit_entry',
  'notice',
]

type Page = { what: string; path: string; who: 'all' | 'clerk' | 'nobody'; connections?: number }

/**
 * The addresses that are measured, by what they are; where it has to go quickly, one of each kind.
 */
export function pagesOf(subjects: Subjects, quickly: boolean): Page[] {
  const list = (what: string, query: string) => ({
    what: `list: ${what}`,
    path: `/requests${query}`,
    who: 'all' as const,
  })
  return [
    list('first page', ''),
    list('all, first page', '?view=all'),
    list('all, page 1,000', `?view=all&cursor=${subjects.page1000}`),
    list('one store', '?store=fill-007'),
    ...states
      .slice(0, quickly ? 1 : undefined)
      .map((state) => list(`state ${state}`, `?state=${state}`)),
    ...(quickly ? (['unassigned', 'overdue'] as const) : viewNames).map((view) =>
      list(`view ${view}`, `?view=${view}`),
    ),
    list('last four', `?q=${subjects.last4}`),
    list('name, one character', `?q=${encodeURIComponent(subjects.name.slice(0, 1))}`),
    ...(quickly
      ? []
      : [
          list('whole number', `?q=${encodeURIComponent(subjects.number)}`),
          list('name, two characters', `?q=${encodeURIComponent(subjects.name.slice(0, 2))}`),
          list('reference', `?q=${subjects.short.reference}`),
        ]),
    { what: 'a clerk’s first page', path: '/requests', who: 'clerk' },
    { what: 'request, 10 events', path: `/requests/${subjects.short.reference}`, who: 'all' },
    { what: 'request, 200 events', path: `/requests/${subjects.long.reference}`, who: 'all' },
    { what: 'day', path: '/day', who: 'clerk' },
    { what: 'outbox', path: '/outbox', who: 'all' },
    { what: 'report of thirty days (one reader)', path: '/reports', who: 'all', connections: 1 },
    ...(quickly ? (['store'] as const) : (['month', 'store'] as const)).map((by) => ({
      what: `report of three years by ${by} (one reader)`,
      path: `/reports?from=2000-01-01&by=${by}`,
      who: 'all' as const,
      connections: 1,
    })),
    { what: 'status look-up', path: '/status', who: 'nobody' },
    { what: emptyPage, path: '/empty-page', who: 'nobody' },
  ]
}

/** The pages of a desk, each to be measured by itself. */
export async function pagesAt(
  { address }: Served,
  log: StatementLog,
  subjects: Subjects,
  effort: Effort,
) {
  const cookies = {
    all: await signInAt(address, subjects.people.all, benchPassword),
    clerk: await signInAt(address, subjects.people.clerk, benchPassword),
    nobody: '',
  }
  const pages = new Map(pagesOf(subjects, effort.quickly ?? false).map((page) => [page.what, page]))
  const pageOf = (what: string): Page & Call => {
    const page = pages.get(what)
    if (!page) throw new Error(`there is no page "${what}"`)
    return { ...page, headers: cookies[page.who] ? { cookie: cookies[page.who] } : {} }
  }
  return {
    names: [...pages.keys()],
    /**
     * The first calls load and compile the pages' code: what stands first in the table is not to
     * pay for that.
     */
    async warm() {
      for (const what of ['list: first page', 'request, 10 events'])
        await load(address, () => pageOf(what), { seconds: effort.quickly ? 1 : 3 })
    },
    /** `beside`: over as many connections as this page. */
    async measure(what: string, beside = what): Promise<Measured> {
      const call = pageOf(what)
      const { connections } = pageOf(beside)
      const { p95, perSecond, bytes, bad } = await load(address, () => call, {
        ...effort,
        ...(connections && { connections, least: 0 }),
      })
      return { what, p95, perSecond, bytes, bad }
    },
    async plan(what: string): Promise<Pick<Measured, 'statements' | 'rows' | 'scans'>> {
      const { statements, rows, scans } = await statementsOf(log, address, pageOf(what))
      return { statements, rows, scans }
    },
  }
}

/**
 * The statements of a call, how many there are, and which growing tables one of them would read
 * from end to end.
 */
export async function statementsOf(
  log: StatementLog,
  address: string,
  call: Call,
): Promise<{ statements: number; scans: string[]; noted: Statement[]; rows: number }> {
  const { statements, rows } = await log.during(() => callOnce(address, call))
  const plans = await log.scans(statements)
  return {
    statements: statements.filter((statement) => !isControl(statement)).length,
    scans: plans.flatMap(({ text, tables }) =>
      tables
        .filter((table) => growing.includes(table))
        .map((table) => `${table}: ${text.slice(0, 3000)}`),
    ),
    noted: statements,
    rows,
  }
}
