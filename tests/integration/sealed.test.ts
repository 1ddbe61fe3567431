import { describe, expect, it } from 'vitest'
import { openEvent, openDataKeys } from '@/lib/cancellation/crypto/encrypted-fields'
import { noteStep } from '@/lib/writer'
import { database } from '@/lib/db/client'
import { demoIccid } from '@/lib/ops/seed/demo-people'
import { withClient } from '@/lib/ops/database/roles'
import { completed, must, opened, someInput, staff, tuesday } from '../factories/requests'

/**
 * Every row of every table as text, the way a dump would hold it; bytes both as hex and as text.
 */
async function dump() {
  return withClient(process.env.MIGRATION_DATABASE_URL ?? '', async (owner) => {
    const { rows: tables } = await owner.query(
      "select tablename from pg_tables where schemaname = 'public'",
    )
    const parts: string[] = []
    for (const { tablename } of tables) {
      const { rows } = await owner.query(`select * from "${tablename}"`)
      for (const row of rows) {
        parts.push(JSON.stringify(row, (_, value) => value))
        for (const value of Object.values(row))
          if (Buffer.isBuffer(value)) parts.push(value.toString('latin1'), value.toString('utf8'))
      }
    }
    return parts.join('\n')
  })
}

describe('sealed values', () => {
  it('appear nowhere in plain text: no name, number, document, contact or free text', async () => {
    const input = someInput({
      phoneNumber: '13800139876',
      holder: {
        name: '尉迟密封',
        document: { type: 'passport', number: 'E98765432', country: 'CN' },
      },
      contact: { phone: '13900138765', email: 'sealed@example.test' },
    })
    const record = await completed({ ...input, contact: input.contact })
    const { reference } = record
    const other = await opened({ card: { iccid: '89860112345678901237' } })
    must(
      await noteStep({
        actor: await staff(),
        seen: { reference: other.reference },
        step: 'balance',
        input: {
          amount: '3.00',
          route: 'bank_transfer',
          destination: { owner: '欧阳户名', bank: '秘密开户行', account: '6222020200112233446' },
          words: '秘密备注四字',
        },
        now: tuesday,
      }),
    )
    const payment = { amount: '35.50', way: 'cash', number: 'PAY-SEALED-1' }
    const block = { state: 'waiting', waitsFor: 'customer', why: '副卡密文', lifts: '注销密文' }
    must(
      await noteStep({
        actor: await staff(),
        seen: { reference: other.reference },
        step: 'obligations',
        input: { items: { arrears: { state: 'cleared', payment }, bundle: block } },
        now: tuesday,
      }),
    )
    const text = await dump()
    expect(text).toContain(reference)
    for (const secret of [
      '尉迟密封',
      '尉迟',
      '13800139876',
      '9876"',
      'E98765432',
      '13900138765',
      'sealed@example.test',
      '89860112345678901237',
      demoIccid(record),
      '秘密备注四字',
      '欧阳户名',
      '秘密开户行',
      '6222020200112233446',
      '****3446',
      'PAY-SEALED-1',
      '副卡密文',
      '注销密文',
      'C-1',
    ])
      expect(text.includes(secret), secret).toBe(false)
  })

  it('cannot be decrypted under another sequence, class or request', async () => {
    const one = await opened()
    const two = await opened()
    const event = await database().requestEvent.findFirstOrThrow({ where: { requestId: one.id } })
    const keysOf = async (requestId: string) =>
      openDataKeys(requestId, await database().requestKey.findMany({ where: { requestId } }))
    const keys = await keysOf(one.id)
    expect(openEvent(keys, one.id, 1, event).identifiers).toBeTruthy()
    expect(() => openEvent(keys, one.id, 2, event)).toThrow()
    expect(() =>
      openEvent(keys, one.id, 1, { sealedIdentifiers: event.sealedPersonal, sealedPersonal: null }),
    ).toThrow()
    const others = await keysOf(two.id)
    expect(() => openEvent(others, one.id, 1, event)).toThrow()
  })

  it('are unreadable once their key is destroyed; the rest stays', async () => {
    const one = await opened()
    await database().requestKey.delete({
      where: { requestId_class: { requestId: one.id, class: 'identifiers' } },
    })
    const keys = openDataKeys(
      one.id,
      await database().requestKey.findMany({ where: { requestId: one.id } }),
    )
    const event = await database().requestEvent.findFirstOrThrow({ where: { requestId: one.id } })
    expect(openEvent(keys, one.id, 1, event)).toMatchObject({
      identifiers: null,
      personal: { holderName: '柳测试' },
    })
  })
})
