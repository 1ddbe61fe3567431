import { z } from 'zod'

const text = (most: number) => z.string('required').min(1, 'required').max(most, 'too_long')
const characteristic = z.looseObject({
  name: text(60),
  value: z.union([z.string().max(200, 'too_long'), z.boolean()]),
})

/**
 * What the desk takes of a product order (TMF622 v4): one item that deletes a product; the rest of
 * the standard's fields may be there and are not read.
 */
export const productOrderBody = z.looseObject({
  externalId: z.string().max(100, 'too_long').optional(),
  channel: z.array(z.looseObject({ id: text(40) })).length(1, 'invalid'),
  relatedParty: z
    .array(z.looseObject({ role: text(40), name: text(100) }))
    .min(1, 'required')
    .max(5, 'too_long'),
  productOrderItem: z
    .array(
      z.looseObject({
        id: text(40),
        action: z.literal('delete', 'action_not_offered'),
        product: z.looseObject({
          productCharacteristic: z.array(characteristic).min(1, 'required').max(40, 'too_long'),
        }),
      }),
    )
    .length(1, 'one_item_alone'),
})
export type ProductOrderBody = z.output<typeof productOrderBody>

export const cancelBody = z.looseObject({
  productOrder: z.looseObject({ id: text(40) }),
  cancellationReason: z.string().max(500, 'too_long').optional(),
})

export const hubBody = z.looseObject({
  callback: z.url({ protocol: /^https?$/, error: 'address_malformed' }).max(500, 'too_long'),
  query: z.string().max(200, 'too_long').optional(),
})
