import { database } from '@/lib/db/client'
import { firstIdAt } from '@/lib/domain/identifiers/uuid-moments'

/**
 * Statistics of a step: how often it was noted, the median minutes from the previous event to its
 * first note, and how often requests were sent back or rejected for it.
 */
export type StepExperience = {
  step: string
  noted: number
  minutes: number | null
  sentBack: number
  rejected: number
}

const days = 90
/** Sample size: the newest requests, to bound the query. */
const most = 2000

/**
 * Statistics of each step of a guide in the requests of the last 90 days, over all its revisions.
 */
export async function stepExperience(guideId: string, now: Date): Promise<StepExperience[]> {
  const since = firstIdAt(new Date(now.getTime() - days * 86_400_000))
  return database().$queryRaw<StepExperience[]>`
    with recent as materialized (
      select r.id from request r join revision v on v.id = r.revision_id
      where v.guide_id = ${guideId}::uuid and r.id >= ${since}::uuid order by r.id desc
        limit ${most}
    ),
    events as (
      select recent.id as request_id, of_one.* from recent cross join lateral (
        select sequence, type, at, facts, lag(at) over (order by sequence) as before
          from every_event where request_id = recent.id
      ) of_one
    ),
    notes as (
      select distinct on (request_id, facts->>'step') facts->>'step' as step,
        extract(epoch from at - before) / 60 as minutes
      from events where type = 'note' order by request_id, facts->>'step', sequence
    ),
    backs as (
      select item->>'step' as step, 1 as asked, 0 as rejected from events,
        jsonb_array_elements(facts->'asked') as item where type = 'ask'
      union all
      select facts->>'step', 0, 1 from events where type = 'reject' and facts ? 'step'
    ),
    noted as (select step, count(*)::int as noted,
      percentile_cont(0.5) within group (order by minutes) as minutes from notes group by step),
    sent as (select step, sum(asked)::int as asked, sum(rejected)::int as rejected from backs
      group by step)
    select step, coalesce(noted, 0) as noted, minutes, coalesce(asked, 0) as "sentBack",
      coalesce(rejected, 0) as rejected
    from noted full join sent using (step) order by step`
}
