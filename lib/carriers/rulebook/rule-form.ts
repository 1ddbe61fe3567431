import { z } from 'zod'
import { type CarrierRule, ruleSchema } from './rules'
import { type OnlineWindow, type Topic, isTopic } from './topics'

/** The flat fields of the form that a rule is written in, by the names of its fields. */
export type RuleFields = Record<string, string | boolean | string[] | Record<string, string>[]>

const text = z.string().optional()
const list = z.array(z.string()).default([])
const fields = z.strictObject({
  topic: z.string().refine(isTopic, 'invalid'),
  regions: list,
  storeKinds: list,
  cardTypes: list,
  channels: list,
  source: text,
  sureness: text,
  checkedOn: text,
  offered: z.boolean().optional(),
  cancels: text,
  from: text,
  to: text,
  closedDays: text,
  exceptions: z
    .array(z.strictObject({ days: text, from: text, to: text }))
    .max(10)
    .optional(),
  kinds: list,
  relations: list,
  adultAge: text,
  routes: list,
  claimMonths: text,
  arrivesBy: text,
  arrivesIn: text,
  endsBy: text,
  endsIn: text,
  rings: z.boolean().optional(),
  withinHours: text,
  endsAfterMissed: text,
  secondaryFirst: z.boolean().optional(),
  page: text,
  entryZh: text,
  entryEn: text,
})
type Fields = z.output<typeof fields>

/** Days of a month as they are typed: `1-6, -1`; null where that cannot be read. */
export function daysTyped(typed: string | undefined): number[] | null {
  const parts = (typed ?? '').split(/[\s,，、]+/).filter(Boolean)
  const days = parts.map((part) => {
    const range = /^(\d{1,2})[-–~](\d{1,2})$/.exec(part)
    if (!range) return /^-?\d{1,2}$/.test(part) ? [Number(part)] : null
    const [from, to] = [Number(range[1]), Number(range[2])]
    return from <= to ? Array.from({ length: to - from + 1 }, (_, step) => from + step) : null
  })
  return days.includes(null) ? null : days.flatMap((one) => one ?? [])
}

/** The same the other way: `1-6, -1`. */
export function daysWritten(days: readonly number[]): string {
  const parts: string[] = []
  for (let place = 0; place < days.length; ) {
    let end = place
    while (days[end + 1] === (days[end] as number) + 1 && (days[end] as number) > 0) end++
    parts.push(end > place ? `${days[place]}-${days[end]}` : `${days[place]}`)
    place = end + 1
  }
  return parts.join(', ')
}

const hours = (from: string | undefined, to: string | undefined) =>
  from || to ? { from: from ?? '', to: to ?? '' } : null

const values: { [T in Topic]: (typed: Fields) => unknown } = {
  offered: ({ offered }) => ({ offered }),
  stores: ({ cancels }) => ({ cancels }),
  window: ({ from, to, closedDays, exceptions = [] }) => ({
    hours: hours(from, to),
    closedDays: daysTyped(closedDays),
    exceptions: exceptions.flatMap((one) =>
      one.days || one.from || one.to
        ? [{ days: daysTyped(one.days), hours: hours(one.from, one.to) ?? {} }]
        : [],
    ),
  }),
  documents: ({ kinds }) => ({ kinds }),
  applicants: ({ relations, adultAge }) => ({ relations, adultAge }),
  refund: ({ routes, claimMonths, arrivesBy, arrivesIn }) => ({
    routes,
    claimMonths: claimMonths ?? null,
    arrives: arrivesBy
      ? { by: arrivesBy, [arrivesBy === 'next_month' ? 'day' : 'days']: arrivesIn }
      : null,
  }),
  pre_cancel: ({ endsBy, endsIn }) => ({
    ends: endsBy ? { by: endsBy, [endsBy === 'next_month' ? 'day' : 'days']: endsIn } : null,
  }),
  call_back: ({ rings, withinHours, endsAfterMissed }) => ({
    rings: rings
      ? { withinHours: withinHours ?? null, endsAfterMissed: endsAfterMissed ?? null }
      : null,
  }),
  visit_order: ({ secondaryFirst }) => ({ secondaryFirst }),
  links: ({ page, entryZh, entryEn }) => ({ page, entryZh, entryEn }),
}

// The field at which a fault of a rule's value stands.
const fieldAt: Record<string, string> = {
  'hours.from': 'from',
  'hours.to': 'to',
  'arrives.days': 'arrivesIn',
  'arrives.day': 'arrivesIn',
  'arrives.by': 'arrivesBy',
  'ends.days': 'endsIn',
  'ends.day': 'endsIn',
  'ends.by': 'endsBy',
  'rings.withinHours': 'withinHours',
  'rings.endsAfterMissed': 'endsAfterMissed',
}

function fieldOf(path: readonly PropertyKey[]): string[] {
  if (path[0] !== 'value') return path.map(String)
  const within = path.slice(1).map(String)
  const [first, place, ...rest] = within
  if (first === 'closedDays') return ['closedDays']
  if (first === 'exceptions' && place !== undefined)
    return ['exceptions', place, rest[0] === 'hours' ? (rest[1] ?? 'from') : 'days']
  if (first === 'kinds' || first === 'relations' || first === 'routes') return [first]
  return [fieldAt[within.join('.')] ?? within.join('.')]
}

const readable = new Set(['date_malformed', 'time_malformed', 'address_malformed', 'required'])
const isCode = (message: string) => readable.has(message) || /^[a-z]+(_[a-z]+)+$/.test(message)

/** The form's fields as a rule; every fault stands at its field. */
export const ruleFormSchema = fields.transform((typed, context): CarrierRule => {
  const { topic, regions, storeKinds, cardTypes, channels, source, sureness, checkedOn } = typed
  const parsed = ruleSchema.safeParse({
    topic,
    regions,
    storeKinds,
    cardTypes,
    channels,
    value: values[topic as Topic](typed),
    source,
    sureness,
    checkedOn: checkedOn ?? null,
  })
  if (parsed.success) return parsed.data as CarrierRule
  for (const { path, message } of parsed.error.issues)
    context.addIssue({
      code: 'custom',
      path: fieldOf(path),
      message: isCode(message) ? message : 'invalid',
    })
  return z.NEVER
})

const windowFields = ({ hours: usual, closedDays, exceptions }: OnlineWindow): RuleFields => ({
  from: usual?.from ?? '',
  to: usual?.to ?? '',
  closedDays: daysWritten(closedDays),
  exceptions: exceptions.map((one) => ({
    days: daysWritten(one.days),
    from: one.hours.from,
    to: one.hours.to,
  })),
})

const word = (value: number | null | undefined) => (value == null ? '' : String(value))
const span = (one: ({ by: string } & ({ days: number } | { day: number })) | null) =>
  one && ('days' in one ? one.days : one.day)

/** A rule as the form's fields show it. */
export function fieldsOf(rule: CarrierRule): RuleFields {
  const { topic, value } = rule as { [T in Topic]: CarrierRule<T> }[Topic]
  switch (topic) {
    case 'window':
      return windowFields(value)
    case 'refund':
      return {
        routes: value.routes,
        claimMonths: word(value.claimMonths),
        arrivesBy: value.arrives?.by ?? '',
        arrivesIn: word(span(value.arrives)),
      }
    case 'pre_cancel':
      return { endsBy: value.ends?.by ?? '', endsIn: word(span(value.ends)) }
    case 'call_back':
      return {
        rings: value.rings !== null,
        withinHours: word(value.rings?.withinHours),
        endsAfterMissed: word(value.rings?.endsAfterMissed),
      }
    case 'applicants':
      return { relations: value.relations, adultAge: word(value.adultAge) }
    default:
      return value
  }
}
