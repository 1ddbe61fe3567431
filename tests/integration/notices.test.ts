import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { confirmContact, makeMove } from '@/lib/writer'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { database } from '@/lib/db/client'
import type { Gateways } from '@/lib/notices/gateways'
import { aliyunGateway, aliyunSettings } from '@/lib/notices/gateways/aliyun'
import { DeskRefused } from '@/lib/notices/gateways/gateway'
import { mailGateway } from '@/lib/notices/gateways/mail'
import { textGateway } from '@/lib/notices/gateways/text-message'
import { sendCode, spendCode } from '@/lib/notices/codes/commands'
import { noticesOf, outbox } from '@/lib/notices/outbox/queries'
import {
  resendNotice,
  resendNotices,
  resendableCount,
  sendHeldNotices,
  sendNotice,
} from '@/lib/notices/outbox/commands'
import { mostTries } from '@/lib/notices/outbox/states'
import { visibleStores } from '@/lib/domain/permissions'
import { freePort } from '@/lib/ops/start/free-port'
import { withClient } from '@/lib/ops/database/roles'
import { aliyunServer } from '../factories/aliyun'
import { smtpServer, textServer } from '../factories/gateways'
import { completed, must, opened, reviewer, staff, submitted, tuesday } from '../factories/requests'

let smtp: Awaited<ReturnType<typeof smtpServer>>
let sms: Awaited<ReturnType<typeof textServer>>
let by: Gateways
beforeAll(async () => {
  ;[smtp, sms] = await Promise.all([smtpServer(), textServer()])
  by = {
    mail: mailGateway({ smtpUrl: smtp.url, from: 'desk@example.test', host: 'desk.example.test' }),
    text: textGateway({ url: sms.url, token: 'secret' }),
  }
})
afterAll(async () => void (await Promise.all([smtp.close(), sms.close()])))
beforeEach(() => {
  smtp.mails.length = sms.messages.length = 0
  smtp.refuse(null)
  sms.answer(202)
})

const both = { contact: { phone: '+8613900139001', email: 'customer@example.test' } }
const noticesFor = ({ id, reference }: RequestRecord) => noticesOf(id, reference)
const the = async (record: RequestRecord, kind: string, channel: string) => {
  const found = (await noticesFor(record)).find(
    (notice) => notice.kind === kind && notice.channel === channel,
  )
  if (!found) throw new Error(`no ${kind} by ${channel}`)
  return found
}

describe('notices to a customer', () => {
  it('is queued in its event’s transaction, one job each, and not for a refusal', async () => {
    const record = await submitted(both)
    const kinds = (await noticesFor(record)).map(
      ({ kind, channel, state }) => `${kind} ${channel} ${state}`,
    )
    expect(kinds.sort()).toEqual([
      'recorded mail queued',
      'recorded text queued',
      'submitted mail queued',
      'submitted text queued',
    ])
    const jobs = await withClient(
      process.env.DIRECT_DATABASE_URL ?? '',
      async (client) =>
        (
          await client.query(
            `select count(*)::int as jobs from graphile_worker.jobs
              where task_identifier = 'send_notice' and key like 'notice %'`,
          )
        ).rows[0].jobs,
    )
    expect(jobs).toBe(await database().notice.count())
    expect(
      await makeMove({
        actor: await staff(),
        seen: { reference: record.reference },
        move: 'complete',
        input: { confirmation: 'x' },
        now: tuesday,
      }),
    ).toMatchObject({ ok: false })
    expect(await noticesFor(record)).toHaveLength(4)
    expect(await noticesFor(await opened({ contact: { printedSlipOnly: true } }))).toEqual([])
  })

  it("goes by mail in both languages and by text message in the customer's, once", async () => {
    const record = await submitted(both)
    const mail = await the(record, 'submitted', 'mail')
    expect(await sendNotice(mail.id, tuesday, by)).toBe('sent')
    expect(await sendNotice(mail.id, tuesday, by)).toBeNull()
    expect(smtp.mails).toHaveLength(1)
    expect(smtp.mails[0]).toMatchObject({
      subject: '销户申请已提交审核 Your cancellation is under review',
      messageId: `<${mail.id}@desk.example.test>`,
    })
    expect(smtp.mails[0]?.text).toContain('3月13日')
    expect(smtp.mails[0]?.text).not.toContain('【')
    expect(smtp.mails[0]?.text).toContain('by 13 March.')
    expect(smtp.mails[0]?.text).toContain(`/status?reference=${record.reference}`)

    const text = await the(record, 'submitted', 'text')
    expect(await sendNotice(text.id, tuesday, by)).toBe('sent')
    expect(sms.messages).toEqual([
      {
        id: text.id,
        key: text.id,
        token: 'Bearer secret',
        to: '+8613900139001',
        text: expect.stringMatching(/^【销户服务台】.*已提交审核/),
      },
    ])
    const foreign = await opened({
      holder: {
        name: 'Ann Test',
        document: { type: 'passport', number: 'E1234567', country: 'GB' },
      },
    })
    await sendNotice((await the(foreign, 'recorded', 'text')).id, tuesday, by)
    expect(sms.messages[1]?.text).toMatch(/^【Cancellation Desk】Your request /)
  })

  it("contains what is missing and why it was not accepted, in the staff's words", async () => {
    const record = await submitted(both)
    must(
      await makeMove({
        actor: await reviewer(),
        seen: record,
        move: 'ask',
        input: { items: [{ step: 'materials', words: '身份证反面' }] },
        now: tuesday,
      }),
    )
    await sendNotice((await the(record, 'needs_info', 'text')).id, tuesday, by)
    expect(sms.messages[0]?.text).toContain('说明来意，递交材料：身份证反面')
    expect(
      (await database().notice.findMany({ where: { requestId: record.id } }))
        .map(({ values }) => JSON.stringify(values))
        .join(),
    ).not.toContain('身份证')
  })

  it('is retried after temporary failures, given up after permanent ones, and can be resent by hand', async () => {
    const record = await submitted(both)
    const mail = await the(record, 'submitted', 'mail')
    smtp.refuse(451)
    await expect(sendNotice(mail.id, tuesday, by)).rejects.toThrow()
    expect(await the(record, 'submitted', 'mail')).toMatchObject({
      state: 'waiting',
      attempts: 1,
      uncertain: false,
    })
    smtp.refuse(null)
    expect(await sendNotice(mail.id, tuesday, by)).toBe('sent')

    const text = await the(record, 'submitted', 'text')
    sms.answer(400)
    expect(await sendNotice(text.id, tuesday, by)).toBe('dead')
    expect(await the(record, 'submitted', 'text')).toMatchObject({
      state: 'dead',
      fault: expect.stringContaining('400'),
    })
    expect(await resendNotice(text.id, [])).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await resendNotice(text.id, visibleStores((await staff()).memberships))).toMatchObject({
      ok: true,
    })
    sms.answer(503)
    for (let count = 1; count < mostTries; count++)
      await expect(sendNotice(text.id, tuesday, by)).rejects.toThrow()
    expect(await sendNotice(text.id, tuesday, by)).toBe('dead')
    expect(sms.messages).toEqual([])
  })

  it('waits while a gateway refuses the desk itself, and follows by itself once it is mended', async () => {
    const [first, second] = [await submitted(both), await submitted(both)]
    const ids = await Promise.all(
      [first, second].map(async (record) => (await the(record, 'submitted', 'text')).id),
    )
    sms.answer(401)
    for (const id of ids) expect(await sendNotice(id, tuesday, by)).toBe('kept')
    expect(await the(first, 'submitted', 'text')).toMatchObject({
      state: 'kept',
      fault: 'the gateway answered 401',
      uncertain: false,
    })
    // Still refused: one is tried, and the others are left alone.
    expect(await sendHeldNotices(tuesday, { text: by.text })).toBe(0)
    expect(sms.messages).toEqual([])
    sms.answer(202)
    expect(await sendHeldNotices(tuesday, { text: by.text })).toBe(1)
    expect(await the(first, 'submitted', 'text')).toMatchObject({ state: 'sent' })
    expect(await the(second, 'submitted', 'text')).toMatchObject({ state: 'queued', attempts: 0 })

    smtp.refuseLogin()
    const mail = await the(first, 'submitted', 'mail')
    const login = {
      mail: mailGateway({
        smtpUrl: smtp.url.replace('smtp://', 'smtp://desk:wrong@'),
        from: 'desk@example.test',
        host: 'desk.example.test',
      }),
    }
    expect(await sendNotice(mail.id, tuesday, login)).toBe('kept')
    expect((await the(first, 'submitted', 'mail')).fault).toBe('login refused 535')
  })

  it('is resent with the others of its stores, but not once it is a week old', async () => {
    const record = await submitted(both)
    const text = await the(record, 'submitted', 'text')
    await sendNotice(text.id, tuesday, {})
    const stores = visibleStores((await staff()).memberships)
    expect(await resendableCount('kept', [], tuesday)).toBe(0)
    const weekLater = new Date(tuesday.getTime() + 8 * 86_400_000)
    expect(await resendableCount('kept', stores, weekLater)).toBe(0)
    const count = await resendableCount('kept', stores, tuesday)
    expect(count).toBeGreaterThan(0)
    expect(await resendNotices('kept', stores, tuesday)).toBe(count)
    expect(await the(record, 'submitted', 'text')).toMatchObject({ state: 'queued' })
    expect(await sendNotice(text.id, tuesday, by)).toBe('sent')
  })

  it('whose attempt was interrupted is resent under its id and marked as uncertain', async () => {
    const record = await submitted(both)
    const mail = await the(record, 'submitted', 'mail')
    // The gateway took it, and the process died before it could be noted.
    const cut: Gateways = {
      mail: {
        send: async (message) => {
          await by.mail?.send(message)
          await new Promise(() => {})
        },
      },
    }
    void sendNotice(mail.id, tuesday, cut)
    await expect.poll(() => smtp.mails.length).toBe(1)
    expect(await the(record, 'submitted', 'mail')).toMatchObject({ state: 'sending' })
    expect(await sendNotice(mail.id, tuesday, by)).toBe('sent')
    expect(smtp.mails.map(({ messageId }) => messageId)).toEqual([
      `<${mail.id}@desk.example.test>`,
      `<${mail.id}@desk.example.test>`,
    ])
    expect(await the(record, 'submitted', 'mail')).toMatchObject({
      state: 'sent',
      uncertain: true,
      attempts: 2,
    })
  })

  it('is marked so when the gateway did not answer, and not when it was never reached', async () => {
    const record = await submitted(both)
    const text = await the(record, 'submitted', 'text')
    const silent: Gateways = {
      text: {
        send: async (message) => {
          await by.text?.send(message)
          throw new DOMException('The operation was aborted due to timeout', 'TimeoutError')
        },
      },
    }
    await expect(sendNotice(text.id, tuesday, silent)).rejects.toThrow()
    expect(await the(record, 'submitted', 'text')).toMatchObject({
      state: 'waiting',
      uncertain: true,
    })
    expect(await sendNotice(text.id, tuesday, by)).toBe('sent')
    expect(sms.messages.map(({ id }) => id)).toEqual([text.id, text.id])
    expect(await the(record, 'submitted', 'text')).toMatchObject({ state: 'sent', uncertain: true })

    const mail = await the(record, 'submitted', 'mail')
    const port = await freePort()
    const nobody: Gateways[] = [
      {
        mail: mailGateway({
          smtpUrl: `smtp://127.0.0.1:${port}`,
          from: 'desk@example.test',
          host: 'desk.example.test',
        }),
      },
      { mail: textGateway({ url: `http://127.0.0.1:${port}/send` }) },
    ]
    for (const gateways of nobody)
      await expect(sendNotice(mail.id, tuesday, gateways)).rejects.toThrow()
    expect(await the(record, 'submitted', 'mail')).toMatchObject({
      state: 'waiting',
      attempts: 2,
      uncertain: false,
    })
  })

  it('never goes to a cancelled number, and stays in the outbox without a gateway', async () => {
    const gone = await completed({ phoneNumber: '13800139955' })
    const next = await opened({ contact: { phone: '+8613800139955' } })
    expect(await sendNotice((await the(next, 'recorded', 'text')).id, tuesday, by)).toBe('skipped')
    expect(await the(next, 'recorded', 'text')).toMatchObject({ fault: 'number_cancelled' })
    expect(await sendNotice((await the(gone, 'completed', 'text')).id, tuesday, {})).toBe('kept')
    const { items } = await outbox(
      visibleStores((await staff()).memberships),
      'kept',
      undefined,
      tuesday,
    )
    expect(items[0]).toMatchObject({
      kind: 'completed',
      text: expect.stringContaining('138****9955 已注销'),
    })
    expect(items[0]?.text).not.toContain('reference=')
    expect(await outbox([], 'kept', undefined, tuesday)).toEqual({ items: [], next: null })
  })
})

describe('a one-time code', () => {
  it('works once, for its request, for ten minutes; its stored form opens nothing', async () => {
    const [mine, other] = [await opened(), await opened()]
    expect(await sendCode(mine.id, 'confirm', tuesday)).toEqual({
      ok: true,
      value: { channels: ['text'] },
    })
    const notice = await the(mine, 'one_time_code', 'text')
    expect(
      JSON.stringify(
        await database().notice.findUnique({ where: { id: notice.id }, select: { values: true } }),
      ),
    ).not.toMatch(/\d{6}/)
    await sendNotice(notice.id, tuesday, by)
    const code = sms.messages[0]?.text.match(/\d{6}/)?.[0] ?? ''
    expect(sms.messages[0]?.text).not.toContain(mine.reference.slice(0, 4))
    const later = (minutes: number) => new Date(tuesday.getTime() + minutes * 60_000)
    const wrong = { refusal: { code: 'code_wrong' } }
    expect(await spendCode(other.id, 'confirm', code, tuesday)).toMatchObject(wrong)
    expect(await spendCode(mine.id, 'confirm', code, later(10))).toMatchObject(wrong)
    expect(await spendCode(mine.id, 'confirm', code, later(9))).toMatchObject({ ok: true })
    expect(await spendCode(mine.id, 'confirm', code, later(9))).toMatchObject(wrong)
    expect(await sendCode(mine.id, 'open', tuesday)).toMatchObject({
      refusal: { code: 'contact_gone' },
    })
    must(
      await confirmContact({
        actor: await staff(),
        reference: mine.reference,
        how: 'code',
        now: tuesday,
      }),
    )
    expect(await sendCode(mine.id, 'open', tuesday)).toMatchObject({ ok: true })
    expect(
      await sendCode((await opened({ contact: { printedSlipOnly: true } })).id, 'confirm', tuesday),
    ).toMatchObject({ refusal: { code: 'contact_gone' } })
  })
})

describe('the gateway of Alibaba Cloud', () => {
  it('signs its requests and distinguishes temporary from permanent failures', async () => {
    const service = await aliyunServer('the-secret')
    try {
      const gateway = aliyunGateway(
        aliyunSettings(
          `aliyun://the-key:the-secret@${service.host}?sign=${encodeURIComponent('销户台')}&` +
            'template=SMS_1&insecure',
        ),
      )
      const message = {
        id: 'n-1',
        to: '+8613900139001',
        subject: '',
        text: "号码 138****8000 已注销 (100%)'*!",
      }
      await gateway.send(message)
      expect(service.asked).toEqual([
        {
          PhoneNumbers: '13900139001',
          SignName: '销户台',
          TemplateCode: 'SMS_1',
          TemplateParam: JSON.stringify({ text: message.text }),
          OutId: 'n-1',
        },
      ])
      service.answer('isv.BUSINESS_LIMIT_CONTROL')
      await expect(gateway.send(message)).rejects.toMatchObject({ forGood: false })
      service.answer('isv.MOBILE_NUMBER_ILLEGAL')
      await expect(gateway.send(message)).rejects.toMatchObject({ forGood: true })
      const wrong = aliyunGateway(
        aliyunSettings(`aliyun://the-key:other@${service.host}?sign=a&template=b&insecure`),
      )
      const refused = wrong.send(message)
      await expect(refused).rejects.toBeInstanceOf(DeskRefused)
      await expect(refused).rejects.toThrow('SignatureDoesNotMatch')
    } finally {
      await service.close()
    }
    expect(() => aliyunSettings('aliyun://key:secret@host?sign=a')).toThrow('template')
  })
})
