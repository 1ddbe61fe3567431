import { z } from 'zod'

/** A draft's place: the form's address. */
const place = z
  .string()
  .regex(/^(requests\/new|requests\/[0-9A-Z]{12}\/(amend|further|(phase|move)\/[a-z_]{1,30}))$/)

/** A form's current fields, as they would be submitted. */
export const draftSchema = z.strictObject({
  place,
  fields: z.array(z.tuple([z.string().max(120), z.string().max(5000)])).max(300),
})
export type DraftFields = z.output<typeof draftSchema>['fields']

export const isPlace = (text: string) => place.safeParse(text).success

/** Days after which a draft expires. */
export const draftDays = 7
