import type { CardType, Channel } from '@/lib/cancellation/words'
import { type Prisma, transaction } from '@/lib/db/client'
import { type Result, done, refused } from '@/lib/result'
import { missingKinds } from './resolve'
import { type GuideContent, guideContent } from './schemas'

type GuideKey = { cardType: CardType; channel: Channel; carrier: string | null; region: string | null }

/** Publishes a revision, immutable from then on. Refused while a kind that the path demands is missing. */
export async function publishGuide(key: GuideKey, content: GuideContent, note: string, now: Date): Promise<Result<{ revisionId: string }>> {
  const missing = missingKinds(content, key.cardType, key.channel)
  if (missing.length) return refused({ code: 'kinds_missing', unmet: missing })
  return transaction(async (tx) => {
    const guide = (await tx.guide.findFirst({ where: key })) ?? (await tx.guide.create({ data: key }))
    const number = (await tx.revision.count({ where: { guideId: guide.id } })) + 1
    const revision = await tx.revision.create({
      data: { guideId: guide.id, number, note, publishedAt: now, content: guideContent.parse(content) as Prisma.InputJsonObject },
    })
    return done({ revisionId: revision.id })
  })
}
