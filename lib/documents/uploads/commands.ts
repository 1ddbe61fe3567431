import { photoKey } from '@/lib/cancellation/queries/documents'
import { database, transaction } from '@/lib/db/client'
import { seal } from '@/lib/db/sealing'
import { sqlTransaction } from '@/lib/db/sql'
import { partPlace } from './queries'

/** Files that may be on their way in for one request; the oldest gives way. */
const mostAtOnce = 8
const longestOnItsWay = 24 * 60 * 60_000

type NewUpload = {
  id: string
  requestId: string
  step: string
  material: string | null
  byCustomer: boolean
  length: number
}

/** Begins to take a file in. */
export const startUpload = (upload: NewUpload, now: Date) =>
  transaction(async (tx) => {
    const others = await tx.upload.findMany({
      where: { requestId: upload.requestId },
      orderBy: { startedAt: 'desc' },
      skip: mostAtOnce - 1,
      select: { id: true },
    })
    await tx.upload.deleteMany({ where: { id: { in: others.map(({ id }) => id) } } })
    await tx.upload.create({ data: { ...upload, startedAt: now } })
  })

/**
 * Keeps the next bytes of a file; false when they do not follow on what is there, since another
 * line was faster.
 */
export const addPart = (id: string, start: number, bytes: Uint8Array): Promise<boolean> =>
  sqlTransaction(async (tx) => {
    const row = await tx
      .updateTable('upload')
      .set(({ eb }) => ({ received: eb('received', '+', bytes.length) }))
      .where('id', '=', id)
      .where('received', '=', start)
      .where(({ eb }) => eb(eb('received', '+', bytes.length), '<=', eb.ref('length')))
      .returning('request_id as requestId')
      .executeTakeFirst()
    const key = row && (await photoKey(row.requestId, tx))
    if (!key) return false
    const sealed = new Uint8Array(seal(key, partPlace(id, start), bytes))
    await tx.insertInto('upload_part').values({ upload_id: id, start, sealed }).execute()
    return true
  })

/** Forgets a file, whole or not. */
export const dropUpload = async (id: string) =>
  void (await database().upload.deleteMany({ where: { id } }))

/** Forgets files that nobody went on sending for a day; gives how many. */
export const clearUploads = async (now: Date) =>
  (
    await database().upload.deleteMany({
      where: { startedAt: { lt: new Date(now.getTime() - longestOnItsWay) } },
    })
  ).count
