// The audit, thinned and edited by the database's owner (issue 26, item 11).
import { describe, expect, it } from 'vitest'
import { auditHead, verifiedAudit } from '@/lib/db/audit-chain/queries'
import { beginAuditChain } from '@/lib/db/audit-chain/commands'
import { audit } from '@/lib/db/audit'
import { database, transaction } from '@/lib/db/client'
import { withClient } from '@/lib/ops/database/roles'
import { tuesday } from '../factories/requests'

const write = (subject: string) =>
  transaction((tx) =>
    audit(
      tx,
      { by: null, what: 'security.change', subject, before: { n: 1 }, after: { n: 2 } },
      tuesday,
    ),
  )
const asOwner = (statement: string, values: unknown[] = []) =>
  withClient(process.env.MIGRATION_DATABASE_URL ?? '', async (owner) => {
    await owner.query('alter table audit_entry disable trigger user')
    await owner.query(statement, values)
    await owner.query('alter table audit_entry enable trigger user')
  })
const faults = async () => (await verifiedAudit([])).faults
const last = () => database().auditEntry.findFirstOrThrow({ orderBy: { sequence: 'desc' } })

describe('the audit’s chain', () => {
  it('verifies as written, also by concurrent writers', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, turn) => write(`at once ${turn}`)))
    expect(await faults()).toEqual([])
    expect((await auditHead()).sequence).toBe((await last()).sequence)
  })

  it('detects an entry that was changed, removed or inserted', async () => {
    for (const subject of ['first', 'second', 'third']) await write(subject)
    const { sequence, subject, id } = await last()
    const middle = (sequence ?? 0) - 1
    await asOwner("update audit_entry set subject = 'another' where id = $1", [id])
    expect(await faults()).toEqual([{ kind: 'changed', sequence }])
    await asOwner('update audit_entry set subject = $2 where id = $1', [id, subject])
    expect(await faults()).toEqual([])

    await asOwner(
      `insert into audit_entry (id, at, what, subject)
       values ('01900000-0000-7000-8000-00000000aaaa', now(), 'store.change', 'put in')`,
    )
    expect(await faults()).toEqual([{ kind: 'earlier', sequence: 1 }])
    await asOwner("delete from audit_entry where subject = 'put in'")
    expect(await faults()).toEqual([])

    await asOwner('delete from audit_entry where sequence = $1', [middle])
    expect(await faults()).toEqual([{ kind: 'missing', sequence: middle }])
  })

  it('is built over earlier entries at the first start, once', async () => {
    await asOwner('delete from audit_entry')
    expect(await beginAuditChain(tuesday)).toBe(false)
    const earlier = Array.from({ length: 2500 }, (_, turn) => ({
      what: 'store.change',
      subject: `earlier ${turn}`,
      at: tuesday,
    }))
    await database().auditEntry.createMany({ data: earlier })
    expect(await beginAuditChain(tuesday)).toBe(true)
    expect(await beginAuditChain(tuesday)).toBe(false)
    const begun = await database().auditEntry.findFirst({ where: { sequence: 1 } })
    expect(begun?.what).toBe('audit.begin')
    await write('after it was begun')
    expect(await faults()).toEqual([])
    await asOwner("delete from audit_entry where subject = 'earlier 17'")
    expect(await faults()).toContainEqual({ kind: 'earlier', sequence: 1 })
  })

  it('detects a truncated end by the head written of it', async () => {
    await write('before the head')
    const head = await auditHead()
    expect((await verifiedAudit([head])).faults.filter(({ kind }) => kind === 'head')).toEqual([])
    await asOwner('delete from audit_entry where sequence = $1', [head.sequence])
    const { faults: found } = await verifiedAudit([head])
    expect(found).toContainEqual({ kind: 'head', sequence: head.sequence })
    // The chain goes on, and what was cut off stays told.
    await write('after the cut')
    expect((await verifiedAudit([head])).faults).toContainEqual({
      kind: 'head',
      sequence: head.sequence,
    })
  })
})
