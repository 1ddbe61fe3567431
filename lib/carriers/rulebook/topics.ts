import { z } from 'zod'
import { refundRoutes, relations } from '@/lib/domain/coded-values'
import { documentTypes } from '@/lib/domain/identifiers/document'

const whole = (least: number, most: number) =>
  z.coerce
    .number('number_needed')
    .int('number_needed')
    .min(least, 'number_out_of_range')
    .max(most, 'number_out_of_range')
const text = z.string('required').trim().min(1, 'required').max(200, 'too_long')
const time = z.string('required').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time_malformed')
/** Hours of a day of Asia/Shanghai; `to` before `from` spans midnight. */
const hours = z.strictObject({ from: time, to: time })
/** Days of a month: 1 to 31, or counted from its end, -1 being the last. */
const monthDays = z
  .array(whole(-15, 31).refine((day) => day !== 0, 'number_out_of_range'))
  .max(31, 'too_long')

/** What each topic of a carrier's rulebook says. */
export const topicValues = {
  /** Whether the case is offered at all (F15, F28). */
  offered: z.strictObject({ offered: z.boolean() }),
  /** Which of its numbers a shop of this kind may cancel (P13). */
  stores: z.strictObject({ cancels: z.enum(['nationwide', 'home_region', 'none']) }),
  /** When online requests are taken (P8, P14); exceptions are days with hours of their own. */
  window: z.strictObject({
    hours: hours.nullable(),
    closedDays: monthDays,
    exceptions: z.array(z.strictObject({ days: monthDays.min(1, 'one_needed'), hours })).max(10),
  }),
  /** With which documents the holder is identified (P17). */
  documents: z.strictObject({ kinds: z.array(z.enum(documentTypes)).min(1, 'one_needed') }),
  /** Who may ask (P3), and from which age without a guardian (P25). */
  applicants: z.strictObject({
    relations: z.array(z.enum(relations)).min(1, 'one_needed'),
    adultAge: whole(14, 25),
  }),
  /** By which routes a balance is refunded, until when it is claimed, when it comes (P20). */
  refund: z.strictObject({
    routes: z.array(z.enum(refundRoutes)).min(1, 'one_needed'),
    claimMonths: whole(1, 120).nullable(),
    arrives: z
      .discriminatedUnion('by', [
        z.strictObject({ by: z.literal('working_days'), days: whole(0, 120) }),
        z.strictObject({ by: z.literal('next_month'), day: whole(1, 31) }),
      ])
      .nullable(),
  }),
  /** Whether the number stops first, and when the account ends then (P2). */
  pre_cancel: z.strictObject({
    ends: z
      .discriminatedUnion('by', [
        z.strictObject({ by: z.literal('days'), days: whole(0, 365) }),
        z.strictObject({ by: z.literal('next_month'), day: whole(1, 31) }),
      ])
      .nullable(),
  }),
  /** Whether the carrier rings the holder, and what missed calls lead to (P15). */
  call_back: z.strictObject({
    rings: z
      .strictObject({
        withinHours: whole(1, 720).nullable(),
        endsAfterMissed: whole(1, 9).nullable(),
      })
      .nullable(),
  }),
  /** Whether watches and secondary cards go before the main number (P18). */
  visit_order: z.strictObject({ secondaryFirst: z.boolean() }),
  /** Where the carrier's own pages and its entry in the app are. */
  links: z.strictObject({
    page: z.url({ protocol: /^https?$/, error: 'address_malformed' }).max(200, 'too_long'),
    entryZh: text,
    entryEn: text,
  }),
} as const

export type Topic = keyof typeof topicValues
export type TopicValue<T extends Topic> = z.output<(typeof topicValues)[T]>
export const topics = Object.keys(topicValues) as Topic[]
export const isTopic = (word: string): word is Topic => word in topicValues

export type OnlineWindow = TopicValue<'window'>
/** When a pre-cancelled account ends: so many days later, or on a day of the next month. */
export type PreCancelEnd = NonNullable<TopicValue<'pre_cancel'>['ends']>
