import { z } from 'zod'
import { openSchema } from '@/lib/cancellation/rules/schemas'
import { states } from '@/lib/cancellation/rules/workflow'
import { cardTypes, channels } from '@/lib/domain/coded-values'
import { moveNames } from '@/lib/cancellation/rules/move-inputs'
import type { Day } from '@/lib/domain/days'

const whole = (least: number, most: number) =>
  z.coerce
    .number('number_needed')
    .int('number_needed')
    .min(least, 'number_out_of_range')
    .max(most, 'number_out_of_range')

/** Whether the database can write a moment down: its year in UTC has four digits and is not 0. */
function isWritable(moment: string) {
  const year = new Date(moment).getUTCFullYear()
  return year >= 1 && year <= 9999
}

export const listQuery = z.strictObject({
  state: z.enum(states).optional(),
  q: z
    .string()
    .max(100, 'too_long')
    .optional()
    .meta({
      description:
        'The last four digits of a number, a name or part of it, or a reference; ' +
        'a whole number for a key that sees whole numbers',
    }),
  store: z.string().max(40).optional(),
  carrier: z.string().max(40).optional(),
  updatedSince: z.iso
    .datetime({ offset: true, error: 'date_malformed', abort: true })
    .refine(isWritable, 'date_malformed')
    .optional(),
  limit: whole(1, 200).default(50),
  cursor: z.uuid('cursor_unknown').optional(),
})

export const eventsQuery = z.strictObject({
  limit: whole(1, 200).default(100),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, 'cursor_unknown')
    .optional(),
})

export const guideQuery = z.strictObject({
  cardType: z.enum(cardTypes, 'required'),
  channel: z.enum(channels, 'required'),
  carrier: z.string('required').max(40),
  region: z.string('required').regex(/^CN-[A-Z]{2}$/, 'region_unknown'),
})

// Years in which a subscription may be closed; the calendar's own reckoning ends at 9999.
const isReckonable = (day: string) => day >= '1900-01-01' && day < '2200-01-01'
export const workingDaysQuery = z.strictObject({
  from: z.iso.date('date_malformed').refine(isReckonable, 'date_malformed'),
  days: whole(0, 366),
})

export const noQuery = z.strictObject({})

export const openBody = (today: Day) => openSchema(today).meta({ id: 'OpenRequest' })

/** A step's note: `step`, and what its kind records; the writer checks the rest by the kind. */
export const factBody = z
  .looseObject({ step: z.string('required').min(1, 'required').max(60, 'too_long') })
  .meta({
    id: 'Fact',
    description: 'The step, and beside it what its kind records: docs/api.md shows one of each',
  })

/** A move by its name, and what it carries. */
export const moveBody = z
  .looseObject({ move: z.enum(moveNames, 'move_unknown') })
  .meta({ id: 'Move', description: 'The move, and beside it what it carries' })

/**
 * What is to be mended, as JSON Merge Patch (RFC 7396) over what was recorded; the whole is checked
 * again.
 */
export const amendBody = z.looseObject({}).meta({
  id: 'Amendment',
  description: 'Fields of OpenRequest that change (RFC 7396: null removes)',
})

export const webhookBody = z
  .strictObject({
    url: z.url({ protocol: /^https?$/, error: 'address_malformed' }).max(500, 'too_long'),
  })
  .meta({ id: 'NewWebhook' })
