import { z } from 'zod'

/** Where something is being written: a form of the desk, by the address of what it is about. */
const place = z
  .string()
  .regex(
    /^(requests\/new|requests\/[0-9A-Z]{12}\/(amend|step\/[a-z0-9_-]{1,60}|move\/[a-z_]{1,30}))$/,
  )

/** What a form holds so far: names and values, as the form would send them. */
export const draftSchema = z.strictObject({
  place,
  fields: z.array(z.tuple([z.string().max(120), z.string().max(5000)])).max(300),
})
export type DraftFields = z.output<typeof draftSchema>['fields']

export const isPlace = (text: string) => place.safeParse(text).success

/** Days after which what nobody finished is forgotten. */
export const draftDays = 7
