import { z } from 'zod'
import { states } from './workflow'

export const bulkActs = ['claim', 'assign', 'release', 'approve'] as const
export type BulkAct = (typeof bulkActs)[number]

export const viewNames = [
  'waiting',
  'mine',
  'unassigned',
  'overdue',
  'due_soon',
  'asked',
  'day_come',
  'stalled',
] as const

/** A list as its page shows it: to be worked on whole. */
const filterSchema = z.strictObject({
  state: z.enum(states).optional(),
  view: z.enum(viewNames).optional(),
  store: z.string().max(40).optional(),
  q: z.string().max(100).optional(),
})

/** At most so many requests are worked on at once. */
export const bulkLimit = 10_000

/** Bytes and values of what is sent to choose as many, each by its reference and version. */
export const largestChoice = 1024 * 1024
export const mostChosenValues = 4 * bulkLimit

/** What is chosen: rows, each with the version that was seen, or all that a list holds. */
export const chosenSchema = z.union([
  z.strictObject({
    rows: z
      .array(
        z.strictObject({ reference: z.string().max(20), version: z.number().int().positive() }),
      )
      .min(1)
      .max(bulkLimit),
  }),
  z.strictObject({ all: filterSchema }),
])
export type Chosen = z.output<typeof chosenSchema>

/** The store that a list was narrowed to, where it was. */
export const storeChosen = (chosen: Chosen) => ('all' in chosen ? chosen.all.store : undefined)

export const bulkSchema = z.strictObject({
  act: z.enum(bulkActs),
  assignee: z.uuid().optional(),
  chosen: chosenSchema,
})

/** What became of one request; `left` is how many are still to come. */
export type BulkLine = {
  reference: string
  done: boolean
  code?: string
  unmet?: readonly string[]
  left: number
}
