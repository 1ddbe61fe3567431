import { z } from 'zod'
import {
  type ReaderSeparator,
  readerFields,
  readerSeparators,
  separatesByKey,
} from '@/lib/domain/identity-reader'
import { papers, receiptNames, storeKinds } from '@/lib/domain/coded-values'
import { typedTime } from '@/lib/domain/typed-time'
import type { Span, StoreHours } from './hours'

const text = z.string('required').trim().min(1, 'required').max(120, 'too_long')
const days = (least: number, most: number) =>
  z.coerce
    .number('number_needed')
    .int('number_needed')
    .min(least, 'number_out_of_range')
    .max(most, 'number_out_of_range')

const separators = Object.keys(readerSeparators) as [ReaderSeparator, ...ReaderSeparator[]]
const once = (parts: readonly string[]) =>
  new Set(parts.filter((part) => part !== 'skip')).size ===
  parts.filter((part) => part !== 'skip').length

const time = z.string().transform((typed, context) => {
  const read = typedTime(typed)
  if (read) return read
  context.addIssue({ code: 'custom', message: 'time_malformed' })
  return z.NEVER
})

/** A day's hours as they are typed: neither time is a day on which the store is closed. */
const span = z
  .strictObject({ from: time.optional(), to: time.optional() })
  .nullish()
  .transform((typed, context): Span | null => {
    const { from, to } = typed ?? {}
    if (!from && !to) return null
    const fault = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message })
    if (!from) fault('from', 'required')
    else if (!to) fault('to', 'required')
    else if (to <= from) fault('to', 'closes_before_opening')
    else return { from, to }
    return z.NEVER
  })

const exception = z
  .strictObject({
    from: z.iso.date('date_malformed').optional(),
    to: z.iso.date('date_malformed').optional(),
    hours: span,
    /** The row's number, so that faults stand in their row where an earlier one is empty. */
    row: z.string().optional(),
  })
  .transform(({ from, to, hours }, context) => {
    if (!from && !to && !hours) return null
    if (!from) context.addIssue({ code: 'custom', path: ['from'], message: 'required' })
    else if (to && to < from)
      context.addIssue({ code: 'custom', path: ['to'], message: 'ends_before_it_begins' })
    else return { from, to: to ?? from, hours }
    return z.NEVER
  })

/** Opening hours; null where nothing is entered: then nobody is told any. */
const openingHours = z
  .strictObject({
    week: z
      .strictObject({
        mon: span,
        tue: span,
        wed: span,
        thu: span,
        fri: span,
        sat: span,
        sun: span,
      })
      .prefault({}),
    exceptions: z.array(exception).max(40, 'too_many').default([]),
  })
  .nullable()
  .default(null)
  .transform((typed): StoreHours | null => {
    if (!typed) return null
    const exceptions = typed.exceptions.filter((one) => one !== null)
    const isEmpty = !exceptions.length && Object.values(typed.week).every((day) => day === null)
    return isEmpty ? null : { week: typed.week, exceptions }
  })

/**
 * A coordinate within China's own bounds, so that the two typed into each other's field are seen.
 */
const degrees = (least: number, most: number) =>
  z.coerce
    .number('number_needed')
    .min(least, 'degrees_out_of_range')
    .max(most, 'degrees_out_of_range')
    .nullish()
    .transform((typed) => typed ?? null)
const district = text.nullish().transform((typed) => typed ?? null)

/** Where a store is; all of it may be unknown. */
const place = z.strictObject({
  /** Degrees of GCJ-02, the coordinates of maps made in China. */
  latitude: degrees(3, 54),
  longitude: degrees(73, 136),
  districtZh: district,
  districtEn: district,
})

const settings = place.extend({
  nameZh: text,
  nameEn: text,
  addressZh: text,
  addressEn: text,
  phone: text,
  region: z.string('required').regex(/^CN-[A-Z]{2}$/, 'required'),
  servesRegions: z.array(z.string().regex(/^CN-[A-Z]{2}$/)).min(1, 'one_needed'),
  /** A carrier's own hall, or a partner's shop (P13). */
  kind: z.enum(storeKinds, 'required').default('own'),
  /** Carriers whose numbers it cancels; empty: every one. */
  carriers: z.array(z.string().max(40)).max(40).default([]),
  fourEyes: z.boolean(),
  lapseDays: days(4, 365),
  uncollectedDays: days(1, 3650),
  closed: z.boolean(),
  /** Preset on a new request; null: none is. */
  carrier: z.string().max(40).nullable().default(null),
  readerFields: z
    .array(z.enum(readerFields))
    .max(8)
    .refine(once, 'reader_part_twice')
    .default(['name', 'number']),
  readerSeparator: z.enum(separators).default('tab'),
  paper: z.enum(papers, 'required'),
  receiptName: z.enum(receiptNames, 'required'),
  hours: openingHours,
})

// A part that no field takes cannot be typed into one of its own.
const readable = ({ readerFields: parts, readerSeparator }: z.output<typeof settings>) =>
  !separatesByKey(readerSeparator) || !parts.includes('skip')
const fault = { path: ['readerSeparator'], error: 'reader_skips' }

const pairs = [
  ['latitude', 'longitude'],
  ['districtZh', 'districtEn'],
] as const

/** Names the half that is missing of what is only good together. */
function wholePairs(store: z.output<typeof place>, context: z.core.$RefinementCtx) {
  for (const pair of pairs) {
    const missing = pair.filter((name) => store[name] === null)
    if (missing.length === 1)
      context.addIssue({ code: 'custom', path: missing, message: 'required' })
  }
}

export const storePlaceSchema = place.superRefine(wholePairs)

/** A store's settings (P11); days are calendar days. */
export const storeSchema = settings.refine(readable, fault).superRefine(wholePairs)
export type StoreSettings = z.output<typeof storeSchema>

/** What a store is called in addresses. */
export const storeCode = /^[a-z0-9][a-z0-9-]{1,19}$/

export const newStoreSchema = settings
  .extend({
    code: z.string('required').regex(storeCode, 'code_malformed'),
  })
  .refine(readable, fault)
  .superRefine(wholePairs)
