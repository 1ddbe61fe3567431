import { z } from 'zod'
import {
  type ReaderSeparator,
  readerFields,
  readerSeparators,
  separatesByKey,
} from '@/lib/domain/identity-reader'
import { papers, receiptNames, storeKinds } from '@/lib/domain/coded-values'

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

const settings = z.strictObject({
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
})

// A part that no field takes cannot be typed into one of its own.
const readable = ({ readerFields: parts, readerSeparator }: z.output<typeof settings>) =>
  !separatesByKey(readerSeparator) || !parts.includes('skip')
const fault = { path: ['readerSeparator'], error: 'reader_skips' }

/** A store's settings (P11); days are calendar days. */
export const storeSchema = settings.refine(readable, fault)
export type StoreSettings = z.output<typeof storeSchema>

export const newStoreSchema = settings
  .extend({
    code: z.string('required').regex(/^[a-z0-9][a-z0-9-]{1,19}$/, 'code_malformed'),
  })
  .refine(readable, fault)
