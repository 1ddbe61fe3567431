import { accountNames } from '@/lib/accounts/queries'
import { rulebooks } from '@/lib/carriers/rulebook/queries'
import { isStale } from '@/lib/carriers/rulebook/rules'
import { Prisma, database } from '@/lib/db/client'
import type { CardType, Channel } from '@/lib/domain/coded-values'
import type { Day } from '@/lib/domain/days'
import { firstIdAt } from '@/lib/domain/identifiers/uuid-moments'
import { guideColumns } from '@/lib/guide/queries/columns'

// Every statement here reads a number of rows that does not grow with the desk's age: this is the
// page that administrators come to first.

export type GuideAt = {
  id: string
  cardType: CardType
  channel: Channel
  carrier: string | null
  region: string | null
}

/** A draft, with whoever saved it last; `planned`: when it is published by itself. */
export type OpenDraft = {
  guide: GuideAt
  by: string | null
  savedAt: Date
  planned: Date | null
  planFailed: Date | null
}

const mostDrafts = 500

/** The drafts of all guides, the one untouched for longest first; at most 500. */
export async function openDrafts(): Promise<OpenDraft[]> {
  const rows = await database().guideDraft.findMany({
    where: { content: { not: Prisma.DbNull } },
    select: {
      guide: { select: guideColumns },
      updatedAt: true,
      updatedBy: true,
      plannedAt: true,
      planFailedAt: true,
    },
    orderBy: { updatedAt: 'asc' },
    take: mostDrafts,
  })
  const names = await accountNames(rows.map(({ updatedBy }) => updatedBy))
  return rows.map(({ guide, updatedAt, updatedBy, plannedAt, planFailedAt }) => ({
    guide: guide as GuideAt,
    by: names.get(updatedBy) ?? null,
    savedAt: updatedAt,
    planned: plannedAt,
    planFailed: planFailedAt,
  }))
}

/** A carrier's rules that have to be looked up again; `oldest` is null where one never was. */
export type StaleRules = { carrier: string; count: number; oldest: Day | null }

/** The carriers with stale rules, those never checked first, then the longest unchecked. */
export async function staleRules(today: Day, staleAfterDays: number): Promise<StaleRules[]> {
  const books = [...(await rulebooks())].flatMap(([carrier, rules]) => {
    const stale = rules.filter((rule) => isStale(rule, today, staleAfterDays))
    const days = stale.map(({ checkedOn }) => checkedOn ?? '').sort()
    return stale.length ? [{ carrier, count: stale.length, oldest: days[0] || null }] : []
  })
  return books.sort((one, other) => (one.oldest ?? '').localeCompare(other.oldest ?? ''))
}

/** A step for which requests were sent back or rejected, and when it last was. */
export type StepFeedback = { step: string; guide: GuideAt; times: number; last: Date }

const feedbackDays = 30
const newestRequests = 500
const mostSteps = 5

/**
 * The steps for which most of the newest requests were sent back or rejected in the last thirty
 * days: where the guide's words may fail.
 */
export async function stepFeedback(now: Date): Promise<StepFeedback[]> {
  const since = firstIdAt(new Date(now.getTime() - feedbackDays * 86_400_000))
  const rows = await database().$queryRaw<
    (GuideAt & { step: string; times: number; last: Date })[]
  >`
    with recent as materialized (
      select id, revision_id from request where id >= ${since}::uuid order by id desc
        limit ${newestRequests}
    ),
    backs as (
      select recent.revision_id, said.step, said.at from recent cross join lateral (
        select item->>'step' as step, e.at
          from every_event e, jsonb_array_elements(e.facts->'asked') as item
          where e.request_id = recent.id and e.type = 'ask'
        union all
        select e.facts->>'step', e.at from every_event e
          where e.request_id = recent.id and e.type = 'reject' and e.facts ? 'step'
      ) said
    )
    select g.id, g.card_type as "cardType", g.channel, g.carrier, g.region, b.step,
      count(*)::int as times, max(b.at) as last
    from backs b join revision v on v.id = b.revision_id join guide g on g.id = v.guide_id
    where b.step is not null
    group by g.id, b.step order by times desc, last desc limit ${mostSteps}`
  return rows.map(({ step, times, last, ...guide }) => ({ step, times, last, guide }))
}

/** How many there are, at most 100 counted, and since when the oldest is. */
export type Tally = { count: number; oldest: Date | null }
/** Above this many nobody counts. */
export const mostCounted = 100
const faultDays = 30

/** What only whoever runs the machine can mend. */
export type ForOperator = {
  /** Messages to customers that were given up in the last thirty days. */
  notices: Tally
  /** Deliveries given up among the newest of each webhook. */
  deliveries: Tally
  /** Jobs of the queue that failed, by task. */
  jobs: (Tally & { task: string })[]
  /** When `npm run backup` last wrote a backup; null where that is not known. */
  backup: Date | null
}

export async function forOperator(now: Date): Promise<ForOperator> {
  const since = firstIdAt(new Date(now.getTime() - faultDays * 86_400_000))
  const tally = (rows: { at: Date }[]): Tally => ({
    count: rows.length,
    oldest: rows[0]?.at ?? null,
  })
  const [notices, deliveries, jobs, backup] = await Promise.all([
    database().$queryRaw<{ at: Date }[]>`
      select queued_at as at from notice where state = 'dead' and id >= ${since}::uuid
      order by id limit ${mostCounted}`,
    database().$queryRaw<{ at: Date }[]>`
      select d.at from (select id from webhook order by id limit 200) w cross join lateral (
        select state, queued_at as at from webhook_delivery
        where webhook_id = w.id order by id desc limit 20) d
      where d.state = 'dead' order by d.at limit ${mostCounted}`,
    database().$queryRaw<{ task: string; count: number; oldest: Date | null }[]>`
      select task, count, oldest from graphile_worker.failed_for_desk() order by oldest`,
    database().setting.findUnique({ where: { name: lastBackup } }),
  ])
  return {
    notices: tally(notices),
    deliveries: tally(deliveries),
    jobs,
    backup: typeof backup?.value === 'string' ? new Date(backup.value) : null,
  }
}

/** The setting that holds when a backup was last written. */
export const lastBackup = 'last_backup'
