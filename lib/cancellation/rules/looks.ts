import { z } from 'zod'
import type { RequestRecord } from './request-record'
import { reasonsToLook } from '@/lib/domain/coded-values'

// Looks are recorded as events with their reason (L2), but change nothing that others depend on.

export const lookSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('reveal'), reason: z.enum(reasonsToLook) }),
  z.strictObject({
    what: z.literal('view_document'),
    document: z.uuid(),
    reason: z.enum(reasonsToLook),
  }),
])
export type Look = z.output<typeof lookSchema>

const looks: readonly string[] = ['reveal', 'view_document', 'give_copy']

export const isLook = (type: string) => looks.includes(type)

/** Whether the request changed since this version was seen; looks do not count as changes. */
export const changedSince = (
  { version, lookedAfter }: Pick<RequestRecord, 'version' | 'lookedAfter'>,
  seen: number | undefined,
) => seen !== undefined && (seen > version || seen < (lookedAfter ?? version))
