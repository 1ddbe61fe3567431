import { z } from 'zod'
import { carriersWithOffers } from '@/lib/carriers/queries'
import { cardTypes, channels } from '@/lib/domain/coded-values'
import { defineOperation } from '../../define-operation'
import { bilingual } from '../../schemas/values'

const carrier = z.strictObject({
  code: z.string(),
  name: bilingual,
  website: z.string(),
  hotline: z.string(),
  preCancels: z.boolean(),
  offers: z.array(
    z.strictObject({
      region: z.string(),
      cardType: z.enum(cardTypes),
      channel: z.enum(channels),
    }),
  ),
})

/** All carriers, with what they offer where (F15, F28, P2). */
export const listCarriers = defineOperation({
  id: 'listCarriers',
  method: 'get',
  path: '/carriers',
  permission: 'request.read',
  answers: {
    200: { description: 'All carriers', schema: z.strictObject({ items: z.array(carrier) }) },
  },
  problems: [],
  handler: async () => {
    const found = await carriersWithOffers()
    return {
      status: 200,
      value: {
        items: found.map(({ code, nameZh, nameEn, website, hotline, preCancels, offers }) => ({
          code,
          name: { zh: nameZh, en: nameEn },
          website,
          hotline,
          preCancels,
          offers,
        })),
      },
    }
  },
})
