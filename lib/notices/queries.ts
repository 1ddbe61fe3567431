import { accountNames } from '@/lib/accounts/queries'
import { database } from '@/lib/db/client'
import { type NoticeKind, noticeKinds } from './kinds'
import { seededTexts } from './seed/texts'
import { type NoticeText, storedNoticeText } from './text'

export type KeptText = NoticeText & { version: number }

/** The current text of a notice, with its version; 0 for the initial text. */
export async function noticeText(kind: NoticeKind): Promise<KeptText> {
  const row = await database().noticeText.findFirst({
    where: { kind },
    orderBy: { version: 'desc' },
  })
  return row
    ? { ...storedNoticeText.parse(row.content), version: row.version }
    : { ...seededTexts[kind], version: 0 }
}

/** A text that a notice had, or the one it began with (version 0), which nobody wrote. */
export type EarlierText = KeptText & { changedAt: string | null; changedBy: string | null }

/** All texts of a notice but the current one, newest first; the last is the built-in one. */
export async function earlierTexts(kind: NoticeKind): Promise<EarlierText[]> {
  const rows = await database().noticeText.findMany({
    where: { kind },
    orderBy: { version: 'desc' },
  })
  const names = await accountNames(rows.flatMap(({ changedBy }) => changedBy ?? []))
  const written = rows.map(({ content, version, changedAt, changedBy }) => ({
    ...storedNoticeText.parse(content),
    version,
    changedAt: changedAt.toISOString(),
    changedBy: names.get(changedBy) ?? null,
  }))
  const seeded = { ...seededTexts[kind], version: 0, changedAt: null, changedBy: null }
  return [...written, seeded].slice(1)
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
        ? { ...storedNoticeText.parse(row.content), version: row.version }
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
    return row ? storedNoticeText.parse(row.content) : seededTexts[kind]
  }
}
