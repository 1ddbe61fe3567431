import { audit } from '@/lib/db/audit'
import { type Prisma, transaction } from '@/lib/db/client'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import type { NoticeKind } from './kinds'
import { seededTexts } from './seed/texts'
import type { NoticeText } from './text'

/**
 * Replaces a notice's text with its next version; notices already sent keep referring to theirs.
 * `seen`: the version that the author saw.
 */
export const changeNoticeText = (
  by: string,
  kind: NoticeKind,
  text: NoticeText,
  seen: number,
  now: Date,
) =>
  transaction(async (tx): Promise<Result<{ kind: NoticeKind }, Refusal<'setting_changed'>>> => {
    const lock = `notice text ${kind}`
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`
    const before = await tx.noticeText.findFirst({ where: { kind }, orderBy: { version: 'desc' } })
    if ((before?.version ?? 0) !== seen) return refused({ code: 'setting_changed' })
    await tx.noticeText.create({
      data: {
        kind,
        version: seen + 1,
        content: text as Prisma.InputJsonObject,
        changedAt: now,
        changedBy: by,
      },
    })
    await audit(
      tx,
      {
        by,
        what: 'notice.text',
        subject: kind,
        before: flat((before?.content as NoticeText | undefined) ?? seededTexts[kind]),
        after: flat(text),
      },
      now,
    )
    return done({ kind })
  })

const flat = ({ subject, text }: NoticeText) => ({
  subject_zh: subject.zh,
  subject_en: subject.en,
  text_zh: text.zh,
  text_en: text.en,
})
