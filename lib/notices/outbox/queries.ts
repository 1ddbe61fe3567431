import { accountNames } from '@/lib/accounts/queries'
import { database } from '@/lib/db/client'
import { compiledStatement } from '@/lib/db/compiled-statement'
import type { NoticeChannel } from '../due'
import type { NoticeKind } from '../kinds'
import type { NoticeState } from './states'
import { type NoticeRow, outgoingOf } from './outgoing'

export type NoticeLine = {
  id: string
  kind: NoticeKind
  channel: NoticeChannel
  textVersion: number
  state: NoticeState
  attempts: number
  uncertain: boolean
  fault: string | null
  queuedAt: string
  sentAt: string | null
  reference: string
}

/** The notices of one request, newest first. */
export async function noticesOf(requestId: string, reference: string): Promise<NoticeLine[]> {
  const rows = await latestNotices({ requestId })
  return rows.map((row) => lineOf(row, reference))
}

const latestNotices = compiledStatement<{ requestId: string }>()((builder, value) =>
  builder
    .selectFrom('notice')
    .select(['id', 'kind', 'channel', 'text_version as textVersion', 'state', 'attempts'])
    .select(['uncertain', 'fault', 'queued_at as queuedAt', 'sent_at as sentAt'])
    .where('request_id', '=', value('requestId'))
    .orderBy('id', 'desc')
    .limit(50),
)

const shown = 30

/**
 * The outbox of these stores, newest first, optionally of one state; each with the text that is,
 * was or would be sent.
 */
export async function outbox(
  stores: readonly string[],
  state: NoticeState | undefined,
  cursor: string | undefined,
  now: Date,
): Promise<{ items: (NoticeLine & { subject: string; text: string })[]; next: string | null }> {
  const rows = await database().$queryRaw<
    (NoticeRow & {
      uncertain: boolean
      fault: string | null
      queuedAt: Date
      sentAt: Date | null
      reference: string
      openedBy: string | null
    })[]
  >`
    select n.id, n.request_id as "requestId", n.kind, n.channel, n.text_version as "textVersion",
      n.values, n.sealed, n.state, n.attempts, n.uncertain, n.fault, n.queued_at as "queuedAt",
      n.sent_at as "sentAt",
           r.reference, r.record -> 'people' ->> 'openedBy' as "openedBy"
    from notice n join request r on r.id = n.request_id
    where r.store_id = any(${[...stores]}::uuid[])
      and (${state ?? null}::text is null or n.state = ${state ?? null})
      and (${cursor ?? null}::uuid is null or n.id < ${cursor ?? null}::uuid)
    order by n.id desc limit ${shown + 1}`
  const demo = await demoAccounts(rows.flatMap(({ openedBy }) => openedBy ?? []))
  const page = rows.slice(0, shown)
  const outgoing = await outgoingOf(page, now)
  const items = page.map((row, index) => {
    const ready = outgoing[index]
    const { subject, text } = ready?.ok ? ready.value : { subject: '', text: '' }
    return {
      ...lineOf(row, row.reference),
      subject,
      text: demo.has(row.openedBy ?? '') ? text : masked(text),
    }
  })
  return { items, next: rows.length > shown ? (items.at(-1)?.id ?? null) : null }
}

// On the embedded default, codes are shown for requests opened by a demo account, so that the desk
// can be tried out.
async function demoAccounts(ids: readonly string[]): Promise<Set<string>> {
  if (process.env.DESK_EMBEDDED !== '1') return new Set()
  const names = await accountNames(ids)
  const demo = await database().account.findMany({
    where: { id: { in: [...names.keys()] }, email: { endsWith: '@example.test' } },
    select: { id: true },
  })
  return new Set(demo.map(({ id }) => id))
}

/** A text with its secrets masked: codes and addresses. */
const masked = (text: string) =>
  text
    .replace(/https?:\/\/\S+/g, (address) => `${new URL(address).origin}/…`)
    .replace(/\b\d{6}\b/g, '••••••')

type Row = {
  id: string
  kind: string
  channel: string
  textVersion: number
  state: string
  attempts: number
  uncertain: boolean
  fault: string | null
  queuedAt: Date
  sentAt: Date | null
}
const lineOf = (
  { id, kind, channel, textVersion, state, attempts, uncertain, fault, queuedAt, sentAt }: Row,
  reference: string,
): NoticeLine => ({
  id,
  kind: kind as NoticeKind,
  channel: channel as NoticeChannel,
  textVersion,
  state: state as NoticeState,
  attempts,
  uncertain,
  fault,
  queuedAt: queuedAt.toISOString(),
  sentAt: sentAt?.toISOString() ?? null,
  reference,
})
