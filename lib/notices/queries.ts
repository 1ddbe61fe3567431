import { database } from '@/lib/db/client'
import { type NoticeKind, noticeKinds } from './kinds'
import { seededTexts } from './seed/texts'
import { type NoticeText, noticeTextSchema } from './text'

export type KeptText = NoticeText & { version: number }

/** The words of a notice that count now, with their version; 0 for those that an installation begins with. */
export async function noticeText(kind: NoticeKind): Promise<KeptText> {
  const row = await database().noticeText.findFirst({ where: { kind }, orderBy: { version: 'desc' } })
  return row ? { ...noticeTextSchema(kind).parse(row.content), version: row.version } : { ...seededTexts[kind], version: 0 }
}

/** The words of every notice that count now. */
export async function noticeTexts(): Promise<{ kind: NoticeKind; text: KeptText }[]> {
  const rows = await database().noticeText.findMany({ distinct: ['kind'], orderBy: [{ kind: 'asc' }, { version: 'desc' }] })
  return noticeKinds.map((kind) => {
    const row = rows.find((one) => one.kind === kind)
    return { kind, text: row ? { ...noticeTextSchema(kind).parse(row.content), version: row.version } : { ...seededTexts[kind], version: 0 } }
  })
}

/** The words of a notice as they were at a version; 0: as installed. */
export async function noticeTextOf(kind: NoticeKind, version: number): Promise<NoticeText> {
  const row = version > 0 ? await database().noticeText.findUnique({ where: { kind_version: { kind, version } } }) : null
  return row ? noticeTextSchema(kind).parse(row.content) : seededTexts[kind]
}
