import { photoKey } from '@/lib/cancellation/queries/documents'
import { database, transaction } from '@/lib/db/client'
import { seal } from '@/lib/db/sealing'
import { sqlTransaction } from '@/lib/db/sql'
import { partPlace } from './queries'

/** Concurrent uploads per request; the oldest is dropped. */
const maxConcurrent = 8
const maxPendingMs = 24 * 60 * 60_000

type NewUpload = {
  id: string
  requestId: string
  step: string
  material: string | null
  byCustomer: boolean
  length: number
}

/** Starts an upload. */
export const startUpload = (upload: NewUpload, now: Date) =>
  transaction(async (tx) => {
    const others = await tx.upload.findMany({
      where: { requestId: upload.requestId },
      orderBy: { startedAt: 'desc' },
      skip: maxConcurrent - 1,
      select: { id: true },
    })
    await tx.upload.deleteMany({ where: { id: { in: others.map(({ id }) => id) } } })
    await tx.upload.create({ data: { ...upload, startedAt: now } })
  })

/**
 * Appends the next bytes of an upload; false when they do not follow what is stored, because
 * another connection was faster.
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

/** Deletes an upload, complete or not. */
export const dropUpload = async (id: string) =>
  void (await database().upload.deleteMany({ where: { id } }))

/** Deletes uploads without progress for a day; returns how many. */
export const clearUploads = async (now: Date) =>
  (
    await database().upload.deleteMany({
      where: { startedAt: { lt: new Date(now.getTime() - maxPendingMs) } },
    })
  ).count
