import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { withClient } from '@/lib/ops/database/roles'
import { aliyunGateway, aliyunSettings } from '@/lib/notices/gateways/aliyun'
import { mailGateway } from '@/lib/notices/gateways/mail'
import { sendNotice } from '@/lib/notices/outbox/commands'
import { aliyunServer } from '../factories/aliyun'
import { smtpServer } from '../factories/gateways'
import { opened, tuesday } from '../factories/requests'

const address = 'nobody.knows@customer.test'
let smtp: Awaited<ReturnType<typeof smtpServer>>
beforeAll(async () => {
  smtp = await smtpServer()
})
afterAll(() => smtp.close())
beforeEach(() => smtp.refuse(null))

const mail = () => ({
  mail: mailGateway({ smtpUrl: smtp.url, from: 'desk@example.test', host: 'desk.test' }),
})
async function queued() {
  const record = await opened({ contact: { email: address } })
  return database().notice.findFirstOrThrow({ where: { requestId: record.id, channel: 'mail' } })
}
const kept = async (id: string) =>
  JSON.stringify(await database().notice.findUniqueOrThrow({ where: { id } }))

describe('the words of a mail server that refuses', () => {
  it('stay with it: code and status alone are kept where it is given up', async () => {
    const { id } = await queued()
    smtp.refuse(550, `5.1.1 <${address}>: Recipient address rejected: User unknown`)
    expect(await sendNotice(id, tuesday, mail())).toBe('dead')
    expect(JSON.parse(await kept(id))).toMatchObject({ state: 'dead', fault: '550 5.1.1' })
    expect(await kept(id)).not.toContain(address)
  })

  it('and in the error that the queue keeps and logs, where it is tried again', async () => {
    const { id } = await queued()
    smtp.refuse(451, `4.7.1 <${address}>: try again later`)
    const thrown = await sendNotice(id, tuesday, mail()).catch((error: Error) => error)
    expect(`${(thrown as Error).message} ${(thrown as Error).stack}`).toContain('451 4.7.1')
    expect(`${(thrown as Error).message} ${(thrown as Error).stack}`).not.toContain(address)
    expect(await kept(id)).not.toContain(address)
  })

  it("and of any other gateway's failure only the error's name and code", async () => {
    const { id } = await queued()
    const quoting = {
      mail: {
        send: () =>
          Promise.reject(
            Object.assign(new TypeError(`cannot send to ${address}`), { code: 'EODD' }),
          ),
      },
    }
    const thrown = (await sendNotice(id, tuesday, quoting).catch((error: Error) => error)) as Error
    expect(`${thrown.message} ${thrown.stack}`).not.toContain(address)
    expect(JSON.parse(await kept(id)).fault).toBe('TypeError EODD')
  })
})

describe('the words of a text-message service', () => {
  it('are kept as far as they are one of its codes', async () => {
    const service = await aliyunServer('the-secret')
    try {
      const gateway = aliyunGateway(
        aliyunSettings(`aliyun://the-key:the-secret@${service.host}?sign=a&template=b&insecure`),
      )
      service.answer('isv.MOBILE_NUMBER_ILLEGAL 13900139001')
      const thrown = (await gateway
        .send({ id: 'n-1', to: '+8613900139001', subject: '', text: 'x' })
        .catch((error: Error) => error)) as Error
      expect(thrown.message).not.toContain('13900139001')
    } finally {
      await service.close()
    }
  })
})

describe('words that an earlier version kept', () => {
  it('go with the upgrade: codes stay, and what the desk said itself', async () => {
    const { requestId } = await queued()
    const faults = [
      [`Message failed: 550 5.1.1 <${address}>: unknown`, '550 5.1.1'],
      [`Can't send mail - all recipients were rejected: 553 sorry, ${address}`, '553'],
      [`connect ECONNREFUSED 192.0.2.1:25 for ${address}`, 'failed'],
      ['the gateway answered 400', 'the gateway answered 400'],
      ['number_cancelled', 'number_cancelled'],
    ]
    const one = {
      requestId,
      sequence: 0,
      kind: 'recorded',
      channel: 'mail',
      textVersion: 0,
      values: {},
      state: 'dead',
    }
    const rows = await Promise.all(
      faults.map(([fault]) =>
        database().notice.create({ data: { ...one, fault, queuedAt: tuesday } }),
      ),
    )
    const updates = readFileSync('prisma/migrations/0024_erased_everywhere/migration.sql', 'utf8')
      .replace(/^--.*$/gm, '')
      .split(';')
      .filter((part) => part.includes('"fault"'))
    await withClient(process.env.MIGRATION_DATABASE_URL ?? '', async (owner) => {
      for (const update of updates) await owner.query(update)
    })
    const after = await Promise.all(
      rows.map(({ id }) => database().notice.findUniqueOrThrow({ where: { id } })),
    )
    expect(after.map(({ fault }) => fault)).toEqual(faults.map(([, kept]) => kept))
  })
})
