import { z } from 'zod'
import { states } from './workflow'

export const bulkActs = ['claim', 'assign', 'release', 'approve'] as const
export type BulkAct = (typeof bulkActs)[number]

export const viewNames = [
  'work',
  'waiting',
  'mine',
  'unassigned',
  'overdue',
  'due_soon',
  'asked',
  'day_come',
  'stalled',
] as const

/** The filter of a list page, as the target of a bulk action. */
const filterSchema = z.strictObject({
  state: z.enum(states).optional(),
  view: z.enum(viewNames).optional(),
  store: z.string().max(40).optional(),
  q: z.string().max(100).optional(),
})

/** Maximum number of requests per bulk action. */
export const bulkLimit = 10_000

/**
 * Body limits for a selection of that size: bytes, and form values (reference and version each).
 */
export const largestChoice = 1024 * 1024
export const mostChosenValues = 4 * bulkLimit

/** A selection: rows with the version that was seen, or everything that a list filter matches. */
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

/** The store that the filter is restricted to, if any. */
export const storeChosen = (chosen: Chosen) => ('all' in chosen ? chosen.all.store : undefined)

export const bulkSchema = z.strictObject({
  act: z.enum(bulkActs),
  assignee: z.uuid().optional(),
  chosen: chosenSchema,
})

/** Result for one request; `left` is the number still to be processed. */
export type BulkLine = {
  reference: string
  done: boolean
  code?: string
  unmet?: readonly string[]
  left: number
}
