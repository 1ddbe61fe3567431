import { database } from '@/lib/db/client'
import { type NoticeKind, noticeKinds } from './kinds'
import { seededTexts } from './seed/texts'
import { type NoticeText, noticeTextSchema } from './text'

export type KeptText = NoticeText & { version: number }

/** The current text of a notice, with its version; 0 for the initial text. */
export async function noticeText(kind: NoticeKind): Promise<KeptText> {
  const row = await database().noticeText.findFirst({
    where: { kind },
    orderBy: { version: 'desc' },
  })
  return row
    ? { ...noticeTextSchema(kind).parse(row.content), version: row.version }
    : { ...seededTexts[kind], version: 0 }
}

/** The current text of every notice. */
export async function noticeTexts(): Promise<{ kind: NoticeKind; text: KeptText }[]> {
  const rows = await database().noticeText.findMany({
    distinct: ['kind'],
    orderBy: [{ kind: 'asc' }, { version: 'desc' }],
  })
  return noticeKinds.map((kind) => {
    const row = rows.find((one) => one.kind === kind)
    return {
      kind,
      text: row
        ? { ...noticeTextSchema(kind).parse(row.content), version: row.version }
        : { ...seededTexts[kind], version: 0 },
    }
  })
}

type At = { kind: NoticeKind; textVersion: number }

/** The texts of notices at their versions; 0: the initial text. */
export async function noticeTextsAt(notices: readonly At[]): Promise<(notice: At) => NoticeText> {
  const changed = notices.flatMap(({ kind, textVersion }) =>
    textVersion > 0 ? { kind, version: textVersion } : [],
  )
  const rows = changed.length
    ? await database().noticeText.findMany({ where: { OR: changed } })
    : []
  return ({ kind, textVersion }) => {
    const row = rows.find((one) => one.kind === kind && one.version === textVersion)
    return row ? noticeTextSchema(kind).parse(row.content) : seededTexts[kind]
  }
}
