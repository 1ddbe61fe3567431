import { z } from 'zod'
import type { RequestRecord } from './request-record'
import { reasonsToLook } from '@/lib/domain/coded-values'

// What somebody saw, not what they did: each look is an event with its reason (L2), and changes
// nothing that others rest on.

export const lookSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('reveal'), reason: z.enum(reasonsToLook) }),
  z.strictObject({
    what: z.literal('view_document'),
    document: z.uuid(),
    reason: z.enum(reasonsToLook),
  }),
])
export type Look = z.output<typeof lookSchema>

export const isLook = (type: string) => type === 'reveal' || type === 'view_document'

/**
 * Whether something has changed since this version was seen; that somebody looked at it is no
 * change.
 */
export const changedSince = (
  { version, lookedAfter }: Pick<RequestRecord, 'version' | 'lookedAfter'>,
  seen: number | undefined,
) => seen !== undefined && (seen > version || seen < (lookedAfter ?? version))
