import { Readable } from 'node:stream'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { documentsOf, maxDocuments } from '@/lib/cancellation/rules/documents'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { photosKeptTooLong } from '@/lib/cancellation/queries/kept-too-long'
import { rebuiltRequest } from '@/lib/cancellation/queries/rebuilt'
import {
  type Actor,
  addDocument,
  dropDocument,
  makeMove,
  noteLook,
  purgePhotos,
} from '@/lib/writer'
import { database } from '@/lib/db/client'
import { bytesOfUpload, findUpload } from '@/lib/documents/uploads/queries'
import { DatabaseUploads } from '@/lib/documents/uploads/store'
import { addPart, clearUploads, startUpload } from '@/lib/documents/uploads/commands'
import { pagesOf as openPages } from '@/lib/documents/queries'
import { must, opened, reviewer, staff, submitted, tuesday } from '../factories/requests'

const page = Buffer.from("a page of somebody's identity document")
const later = (days: number) => new Date(tuesday.getTime() + days * 86_400_000)
const customer = (record: RequestRecord): Actor => ({ kind: 'customer', requestId: record.id })
const identity = (id = uuidv7()) => ({
  id,
  step: 'materials',
  material: 'identity_document',
  pages: [page],
})
const code = (written: Awaited<ReturnType<typeof addDocument>>) =>
  written.ok ? 'done' : written.refusal.code
/** As the desk's address does it: the look is noted, then the pages are opened. */
const viewDocument = async (
  clerk: Extract<Actor, { kind: 'account' }>,
  reference: string,
  document: string,
  reason: 'identity' | 'review',
  now: Date,
) =>
  (
    await noteLook({
      actor: clerk,
      reference,
      look: { what: 'view_document', document, reason },
      now,
    })
  ).ok
    ? openPages(clerk, reference, document)
    : null
const pagesOf = (requestId: string) => database().documentPage.findMany({ where: { requestId } })

describe('copies of documents', () => {
  it('are stored encrypted, once, and viewed only with an audited reason', async () => {
    const record = await opened()
    const document = identity()
    must(
      await addDocument({
        actor: customer(record),
        reference: record.reference,
        document,
        now: tuesday,
      }),
    )
    const again = must(
      await addDocument({
        actor: customer(record),
        reference: record.reference,
        document,
        now: tuesday,
      }),
    )
    expect(documentsOf(again)).toMatchObject([{ id: document.id, pages: 1, byCustomer: true }])
    const [row] = await pagesOf(record.id)
    expect(Buffer.from(row?.sealed ?? []).includes(page.subarray(0, 12))).toBe(false)

    const clerk = await staff()
    expect(
      (await viewDocument(clerk, record.reference, document.id, 'identity', tuesday))?.[0],
    ).toEqual(page)
    expect(
      await database().auditEntry.findFirst({
        where: { what: 'document.view', subject: record.reference },
      }),
    ).toMatchObject({ actorId: clerk.id, after: { document: document.id, reason: 'identity' } })
    const stranger = { ...clerk, memberships: [] }
    expect(
      await viewDocument(stranger, record.reference, document.id, 'identity', tuesday),
    ).toBeNull()
    expect(
      await database().auditEntry.count({
        where: { what: 'document.view', subject: record.reference },
      }),
    ).toBe(1)
    expect((await rebuiltRequest(record.id)).record).toEqual({
      ...again,
      version: 3,
      lookedAfter: 2,
    })
  })

  it('are accepted only where asked for, from those who may send them', async () => {
    const record = await opened()
    const clerk = await staff()
    for (const place of [
      { step: 'materials', material: 'service_password' },
      { step: 'materials', material: null },
      { step: 'nothing', material: 'identity_document' },
    ])
      expect(
        code(
          await addDocument({
            actor: clerk,
            reference: record.reference,
            document: { ...identity(), ...place },
            now: tuesday,
          }),
        ),
      ).toBe('wrong_state')
    expect(
      code(
        await addDocument({
          actor: { kind: 'customer', requestId: uuidv7() },
          reference: record.reference,
          document: identity(),
          now: tuesday,
        }),
      ),
    ).toBe('not_found')
    const { reference } = await submitted()
    expect(
      code(await addDocument({ actor: clerk, reference, document: identity(), now: tuesday })),
    ).toBe('wrong_state')
  })

  it('answer what was asked, each time anew', async () => {
    const record = await submitted()
    const { reference } = record
    const ask = async () =>
      must(
        await makeMove({
          actor: await reviewer(),
          seen: { reference },
          move: 'ask',
          input: { items: [{ step: 'materials', words: '反面看不清' }] },
          now: tuesday,
        }),
      )
    const supply = async () =>
      makeMove({
        actor: customer(record),
        seen: { reference },
        move: 'supply',
        input: {},
        now: tuesday,
      })
    await ask()
    expect(code(await supply())).toBe('unmet')
    must(
      await addDocument({
        actor: customer(record),
        reference,
        document: { ...identity(), material: null },
        now: tuesday,
      }),
    )
    must(await supply())
    await ask()
    expect(code(await supply())).toBe('unmet')
  })

  it('are removed, bytes included, by their sender or the store', async () => {
    const record = await opened()
    const [theirs, ours] = [identity(), identity()]
    must(
      await addDocument({
        actor: customer(record),
        reference: record.reference,
        document: theirs,
        now: tuesday,
      }),
    )
    must(
      await addDocument({
        actor: await staff(),
        reference: record.reference,
        document: ours,
        now: tuesday,
      }),
    )
    expect(
      code(
        await dropDocument({
          actor: customer(record),
          reference: record.reference,
          document: ours.id,
          now: tuesday,
        }),
      ),
    ).toBe('not_found')
    must(
      await dropDocument({
        actor: customer(record),
        reference: record.reference,
        document: theirs.id,
        now: tuesday,
      }),
    )
    expect((await pagesOf(record.id)).map(({ documentId }) => documentId)).toEqual([ours.id])
    must(
      await dropDocument({
        actor: await staff(),
        reference: record.reference,
        document: ours.id,
        now: tuesday,
      }),
    )
    expect(await pagesOf(record.id)).toEqual([])
  })

  it('are limited to thirty', async () => {
    const record = await opened()
    const clerk = await staff()
    for (let count = 0; count < maxDocuments; count += 1)
      must(
        await addDocument({
          actor: clerk,
          reference: record.reference,
          document: identity(),
          now: tuesday,
        }),
      )
    expect(
      code(
        await addDocument({
          actor: clerk,
          reference: record.reference,
          document: identity(),
          now: tuesday,
        }),
      ),
    ).toBe('too_many_documents')
  })

  it('are destroyed with their key when their time is over, and not before', async () => {
    const record = await opened()
    must(
      await addDocument({
        actor: await staff(),
        reference: record.reference,
        document: identity(),
        now: tuesday,
      }),
    )
    must(
      await makeMove({
        actor: await staff(),
        seen: { reference: record.reference },
        move: 'withdraw',
        input: {},
        now: tuesday,
      }),
    )
    const found = async (day: string) => {
      const references: string[] = []
      for await (const { reference } of photosKeptTooLong(day)) references.push(reference)
      return references
    }
    expect(code(await purgePhotos(record.reference, later(29)))).toBe('nothing_owed')
    expect(await found('2026-03-09')).not.toContain(record.reference)
    expect(await found('2026-03-10')).toContain(record.reference)
    const purged = must(await purgePhotos(record.reference, later(30)))
    expect(await pagesOf(record.id)).toEqual([])
    expect(
      await database().requestKey.count({ where: { requestId: record.id, class: 'photos' } }),
    ).toBe(0)
    expect((await rebuiltRequest(record.id)).record).toEqual(purged)
    expect(await found('2026-03-10')).not.toContain(record.reference)
  })
})

describe('a file on its way in', () => {
  const begin = async (length: number, now = tuesday) => {
    const { id: requestId } = await opened()
    const id = uuidv7()
    await startUpload(
      { id, requestId, step: 'materials', material: 'identity_document', byCustomer: true, length },
      now,
    )
    return { id, requestId }
  }
  const whole = async (id: string) => {
    const found = await findUpload(id)
    return found && Buffer.from((await bytesOfUpload(found)) ?? [])
  }

  it('is put together from parts that follow on each other, sealed', async () => {
    const { id } = await begin(8)
    expect(await addPart(id, 0, Buffer.from('half'))).toBe(true)
    expect(await addPart(id, 0, Buffer.from('half'))).toBe(false)
    expect(await addPart(id, 4, Buffer.from('too long'))).toBe(false)
    expect(await addPart(id, 4, Buffer.from('more'))).toBe(true)
    expect((await whole(id))?.toString()).toBe('halfmore')
    const parts = await database().uploadPart.findMany({ where: { uploadId: id } })
    for (const { sealed } of parts)
      expect(Buffer.from(sealed).toString('latin1')).not.toMatch(/half|more/)
  })

  it('takes each byte from one connection when two send at once', async () => {
    const { id } = await begin(4)
    const lines = await Promise.all(
      Array.from({ length: 6 }, () => addPart(id, 0, Buffer.from('four'))),
    )
    expect(lines.filter(Boolean)).toHaveLength(1)
  })

  it('keeps what arrived when the connection breaks, and continues from there', async () => {
    const { id } = await begin(10)
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('sixsix')
        throw new Error('the line broke')
      })(),
    )
    await expect(new DatabaseUploads(null).write(broken, id, 0)).rejects.toThrow('the line broke')
    expect((await findUpload(id))?.received).toBe(6)
    await new DatabaseUploads(null).write(Readable.from([Buffer.from('four')]), id, 6)
    expect((await whole(id))?.toString()).toBe('sixsixfour')
  })

  it('is forgotten after a day, and the oldest of too many at once', async () => {
    const { id } = await begin(8)
    await addPart(id, 0, Buffer.from('half'))
    await clearUploads(later(0.9))
    expect(await findUpload(id)).not.toBeNull()
    await clearUploads(later(1.1))
    expect(await findUpload(id)).toBeNull()
    expect(await database().uploadPart.count({ where: { uploadId: id } })).toBe(0)

    const { id: first, requestId } = await begin(8)
    for (let count = 1; count <= 8; count += 1)
      await startUpload(
        { id: uuidv7(), requestId, step: 'materials', material: null, byCustomer: true, length: 8 },
        new Date(tuesday.getTime() + count),
      )
    expect(await findUpload(first)).toBeNull()
    expect(await database().upload.count({ where: { requestId } })).toBe(8)
  })
})
