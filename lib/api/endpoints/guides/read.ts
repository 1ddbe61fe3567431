import { z } from 'zod'
import { pathsOffered } from '@/lib/carriers/queries'
import { cardTypes, channels } from '@/lib/domain/coded-values'
import { stepKinds } from '@/lib/domain/step-kinds'
import { guideFor } from '@/lib/guide/queries/published'
import { defineOperation } from '../../define-operation'
import { problem } from '../../problem'
import { bilingual, moment } from '../../schemas/values'

const guide = z.strictObject({
  revision: z.number().int(),
  publishedAt: moment,
  offered: z
    .boolean()
    .meta({ description: 'Whether the carrier offers this path in this home region' }),
  intro: bilingual,
  materials: z.array(
    z.strictObject({
      id: z.string(),
      title: bilingual,
      text: bilingual,
      noted: z
        .boolean()
        .meta({ description: 'False for what the desk never notes: the service password' }),
    }),
  ),
  steps: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(stepKinds),
      title: bilingual.meta({ description: 'What the customer reads' }),
      text: bilingual,
      staff: z
        .strictObject({ title: bilingual, text: bilingual })
        .meta({ description: 'What staff read: what to do' }),
    }),
  ),
})

/** The guide that applies to a path (F9 to F28), and whether it is offered there (F15). */
export const readGuide = defineOperation({
  id: 'readGuide',
  method: 'get',
  path: '/guides',
  permission: 'request.read',
  query: z.strictObject({
    cardType: z.enum(cardTypes, 'required'),
    channel: z.enum(channels, 'required'),
    carrier: z.string('required').max(40),
    region: z.string('required').regex(/^CN-[A-Z]{2}$/, 'region_unknown'),
  }),
  answers: { 200: { description: 'The guide', schema: guide } },
  problems: ['not_found', 'invalid'],
  handler: async ({ query: { cardType, channel, carrier, region } }) => {
    const [revision, paths] = await Promise.all([
      guideFor(cardType, channel, carrier, region),
      pathsOffered(carrier, region),
    ])
    if (!revision) return problem('not_found')
    const { number, publishedAt, content } = revision
    return {
      status: 200,
      value: {
        revision: number,
        publishedAt: publishedAt.toISOString(),
        offered: paths.some((path) => path.cardType === cardType && path.channel === channel),
        intro: content.intro,
        materials: content.materials.map(({ id, title, text, notNoted }) => ({
          id,
          title,
          text,
          noted: !notNoted,
        })),
        steps: content.steps.map(({ id, kind, title, text, staff }) => ({
          id,
          kind,
          title,
          text,
          staff,
        })),
      },
    }
  },
})
