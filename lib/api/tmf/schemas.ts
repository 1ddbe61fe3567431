import { z } from 'zod'
import { orderStates } from './states'

export const text = (most: number) => z.string('required').min(1, 'required').max(most, 'too_long')
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

const told = z.strictObject({ name: z.string(), value: z.string() })
const orderState = z.enum(orderStates)

/** What the desk tells of a request as a product order. */
export const productOrder = z.strictObject({
  id: z.string(),
  href: z.string(),
  state: orderState,
  orderDate: z.iso.datetime(),
  expectedCompletionDate: z.iso.datetime({ offset: true }).optional(),
  completionDate: z.iso.datetime().optional(),
  cancellationDate: z.iso.datetime().optional(),
  channel: z.array(z.strictObject({ id: z.string(), '@type': z.literal('RelatedChannel') })),
  productOrderItem: z.array(
    z.strictObject({
      id: z.string(),
      action: z.literal('delete'),
      state: orderState,
      '@type': z.literal('ProductOrderItem'),
      product: z.strictObject({
        '@type': z.literal('Product'),
        productCharacteristic: z.array(told),
      }),
    }),
  ),
  '@type': z.literal('ProductOrder'),
})
export type ProductOrder = z.output<typeof productOrder>
