import { describe, expect, it } from 'vitest'
import { visibleStores } from '@/lib/domain/permissions'
import { noticesOf } from '@/lib/notices/outbox/queries'
import {
  questionByNumber,
  questionFigures,
  questionsOf,
  questionsOfRequest,
  queueShows,
} from '@/lib/questions/queries'
import { askSchema } from '@/lib/questions/schemas'
import { sendAnswer } from '@/lib/questions/answers/commands'
import { answerQuestion, takeQuestion } from '@/lib/questions/commands'
import { database } from '@/lib/db/client'
import type { Gateways } from '@/lib/notices/gateways'
import { mailGateway } from '@/lib/notices/gateways/mail'
import { smtpServer } from '../factories/gateways'
import { completed, opened, staff, tuesday } from '../factories/requests'

const later = (days: number) => new Date(tuesday.getTime() + days * 86_400_000)
const ask = (more: object = {}) =>
  askSchema.parse({ kind: 'question', words: '余额什么时候退？', ...more })

describe('a question', () => {
  it('gets a working day as its deadline, is answered once, and notifies its customer', async () => {
    const request = await opened({
      contact: { phone: '+8613900139001', email: 'customer@example.test' },
    })
    const clerk = await staff()
    const stores = visibleStores(clerk.memberships)
    const { number } = await takeQuestion(ask(), request.id, tuesday)
    expect(await questionByNumber(number, tuesday)).toMatchObject({
      words: '余额什么时候退？',
      due: '2026-03-13',
      answeredAt: null,
      reference: request.reference,
    })
    expect(await questionsOf([], tuesday)).toEqual({ questions: [], more: false })
    const {
      questions: [waiting],
    } = await questionsOf(stores, later(4))
    expect(waiting).toMatchObject({ number, overdue: true })
    const id = waiting?.id ?? ''
    expect(await answerQuestion(clerk.id, [], id, '三天内', tuesday)).toMatchObject({
      refusal: { code: 'not_found' },
    })
    expect(
      await answerQuestion(clerk.id, stores, id, '三个工作日内退到原账户。', tuesday),
    ).toMatchObject({ ok: true })
    expect(await answerQuestion(clerk.id, stores, id, '再答一次', tuesday)).toMatchObject({
      refusal: { code: 'answered' },
    })
    expect((await questionsOfRequest(request.id, tuesday))[0]).toMatchObject({
      answer: '三个工作日内退到原账户。',
      answeredBy: '演示营业员',
    })
    expect(
      (await noticesOf(request.id, request.reference))
        .filter(({ kind }) => kind === 'answer')
        .map(({ channel }) => channel)
        .sort(),
    ).toEqual(['mail', 'text'])
  })

  it('keeps its words sealed, and without a request belongs to its store or to all', async () => {
    const { number } = await takeQuestion(
      ask({ kind: 'complaint', words: '柜台态度不好', quoted: 'ABC', contact: 'me@example.test' }),
      null,
      tuesday,
    )
    const row = await database().question.findUniqueOrThrow({ where: { number } })
    expect(Buffer.from(row.sealed).toString('utf8')).not.toContain('态度')
    expect(row).toMatchObject({ storeId: null, requestId: null })
    expect((await questionsOf([], tuesday)).questions.map((question) => question.number)).toEqual([
      number,
    ])
    expect(await questionFigures([], '2026-03-10', '2026-03-10')).toEqual({
      asked: 1,
      complaints: 1,
      answered: 0,
      inTime: 0,
    })
    expect(await questionFigures([], '2026-03-11', '2026-03-12')).toMatchObject({ asked: 0 })
    expect(await questionByNumber('23456789ABCD', tuesday)).toBeNull()
  })

  it('is in a limited queue, first due first, then last answered first', async () => {
    const store = await database().store.findFirstOrThrow({ select: { id: true } })
    const put = (count: number, answeredAt: (place: number) => Date | null) =>
      database().question.createMany({
        data: Array.from({ length: count }, (_, place) => ({
          number: `${answeredAt(0) ? 'done' : 'open'}${place}`,
          kind: 'question',
          storeId: store.id,
          sealed: new Uint8Array(),
          askedAt: tuesday,
          due: later(100 - (place % 7)),
          answeredAt: answeredAt(place),
        })),
      })
    await put(queueShows.answered, later)
    await put(queueShows.waiting - 1, () => null)
    const all = () => questionsOf([store.id], tuesday)
    const { questions } = await all()
    const waiting = questions.filter(({ answeredAt }) => !answeredAt)
    expect(questions.slice(0, waiting.length)).toEqual(waiting)
    expect(waiting.map(({ due }) => due)).toEqual(waiting.map(({ due }) => due).sort())
    const answered = questions.slice(waiting.length).map(({ answeredAt }) => answeredAt)
    expect(answered).toEqual([...answered].sort().reverse())
    await database().question.create({
      data: {
        number: 'first',
        kind: 'question',
        storeId: store.id,
        sealed: new Uint8Array(),
        askedAt: tuesday,
        due: later(-9),
      },
    })
    const after = await all()
    expect(after.more).toBe(true)
    expect(after.questions).toHaveLength(queueShows.waiting + queueShows.answered)
    expect(after.questions[0]?.number).toBe('first')
  })

  it('without a request is answered once at the contact left, and retried after a temporary failure', async () => {
    const clerk = await staff()
    const smtp = await smtpServer()
    try {
      const by = {
        mail: mailGateway({
          smtpUrl: smtp.url,
          from: 'desk@example.test',
          host: 'desk.example.test',
        }),
      }
      const answered = async (contact?: string) => {
        const { number } = await takeQuestion(ask(contact ? { contact } : {}), null, tuesday)
        const { id } = await database().question.findUniqueOrThrow({ where: { number } })
        expect(await answerQuestion(clerk.id, [], id, '三个工作日内。', tuesday)).toMatchObject({
          ok: true,
        })
        return { id, number }
      }
      const { id, number } = await answered('asker@example.test')
      smtp.refuse(451)
      await expect(sendAnswer(id, by)).rejects.toThrow()
      smtp.refuse(null)
      expect(await sendAnswer(id, by)).toBe('sent')
      expect(await sendAnswer(id, by)).toBeNull()
      expect(smtp.mails).toHaveLength(1)
      expect(smtp.mails[0]).toMatchObject({
        messageId: `<${id}@desk.example.test>`,
        text: expect.stringContaining(`/ask/${number}`),
      })
      expect(smtp.mails[0]?.text).toContain('三个工作日内。')
      expect(await sendAnswer((await answered('13912345678')).id, by)).toBe('kept')
      expect(await sendAnswer((await answered()).id, by)).toBeNull()
      expect(await questionByNumber(number, tuesday)).toMatchObject({
        answerState: 'sent',
        answerUncertain: false,
      })

      // Taken, and then nothing more was heard: the next try may be its second.
      const twice = await answered('twice@example.test')
      const silent: Gateways = {
        mail: {
          send: async (message) => {
            await by.mail.send(message)
            throw new DOMException('The operation was aborted due to timeout', 'TimeoutError')
          },
        },
      }
      await expect(sendAnswer(twice.id, silent)).rejects.toThrow()
      expect(await questionByNumber(twice.number, tuesday)).toMatchObject({
        answerState: 'waiting',
        answerUncertain: true,
      })
      expect(await sendAnswer(twice.id, by)).toBe('sent')
      expect(
        smtp.mails.map(({ messageId }) => messageId).filter((one) => one?.includes(twice.id)),
      ).toHaveLength(2)

      // So may that of a process that died while it sent.
      const cut = await answered('cut@example.test')
      void sendAnswer(cut.id, {
        mail: {
          send: async (message) => {
            await by.mail.send(message)
            await new Promise(() => {})
          },
        },
      })
      await expect
        .poll(async () => (await questionByNumber(cut.number, tuesday))?.answerState)
        .toBe('sending')
      expect(await sendAnswer(cut.id, by)).toBe('sent')
      expect(await questionByNumber(cut.number, tuesday)).toMatchObject({
        answerState: 'sent',
        answerUncertain: true,
      })
    } finally {
      await smtp.close()
    }
  })

  it('is not answered to a number cancelled here, and says so to the customer and staff', async () => {
    const dead = await completed({ phoneNumber: '13700330011' }, tuesday)
    const clerk = await staff()
    const sent: string[] = []
    const by: Gateways = { text: { send: async ({ to }) => void sent.push(to) } }
    const answered = async (contact: string) => {
      const { number } = await takeQuestion(ask({ contact }), null, tuesday)
      const { id } = await database().question.findUniqueOrThrow({ where: { number } })
      expect(await answerQuestion(clerk.id, [], id, '可以。', tuesday)).toMatchObject({ ok: true })
      return { state: await sendAnswer(id, by, later(40)), number }
    }
    const toDead = await answered('137 0033 0011')
    expect(toDead.state).toBe('skipped')
    expect(await questionByNumber(toDead.number, tuesday)).toMatchObject({ answerState: 'skipped' })
    expect((await answered('13900139077')).state).toBe('sent')
    // With its country, whatever was typed.
    expect(sent).toEqual(['+8613900139077'])
    expect(dead.receipt).not.toBeNull()
  })

  it('says before and after that the only contact is a cancelled number', async () => {
    const clerk = await staff()
    const stores = visibleStores(clerk.memberships)
    await completed({ phoneNumber: '13700330021' }, tuesday)
    const phone = '+8613700330021'
    const asked = async (contact: object, more: object = {}) => {
      const { number } = await takeQuestion(ask(more), (await opened({ contact })).id, tuesday)
      return number
    }
    const dead = await asked({ phone })
    expect(await questionByNumber(dead, tuesday)).toMatchObject({ unreachable: true })
    const { questions } = await questionsOf(stores, tuesday)
    expect(questions.find(({ number }) => number === dead)).toMatchObject({ unreachable: true })
    const { id } = await database().question.findUniqueOrThrow({ where: { number: dead } })
    const answered = await answerQuestion(clerk.id, stores, id, '好。', tuesday)
    expect(answered).toMatchObject({ ok: true })
    const after = { unreachable: false, answerState: 'skipped' }
    expect(await questionByNumber(dead, tuesday)).toMatchObject(after)

    const email = 'customer@example.test'
    const elsewhere = { phone: '+8613900139024' }
    const living = [
      await asked({ phone, email }),
      await asked({ phone }, { contact: email }),
      await asked(elsewhere),
    ]
    for (const number of living) {
      expect(await questionByNumber(number, tuesday)).toMatchObject({ unreachable: false })
    }
    const left = await takeQuestion(ask({ contact: '137 0033 0021' }), null, tuesday)
    expect(await questionByNumber(left.number, tuesday)).toMatchObject({ unreachable: true })
  })

  it('belongs to the request whose receipt it quotes, and is answered where wanted', async () => {
    const request = await completed({}, tuesday)
    const receipt = request.receipt?.number ?? ''
    const { number } = await takeQuestion(
      ask({ quoted: receipt, contact: 'a@example.test' }),
      null,
      tuesday,
    )
    const row = await database().question.findUniqueOrThrow({ where: { number } })
    expect(row.requestId).toBe(request.id)
    expect(await questionsOfRequest(request.id, tuesday)).toMatchObject([
      { number, quoted: receipt },
    ])
    const clerk = await staff()
    const stores = clerk.memberships.flatMap(({ storeId }) => storeId ?? [])
    const notices = () =>
      database().notice.count({ where: { requestId: request.id, kind: 'answer' } })
    expect(await answerQuestion(clerk.id, stores, row.id, '好。', tuesday)).toMatchObject({
      ok: true,
    })
    expect(await notices()).toBe(0)
    const queued = await database().question.findUniqueOrThrow({ where: { number } })
    expect(queued.answerState).toBe('queued')
    // A reference is known to many: only a receipt ties a question to its request.
    const other = await takeQuestion(ask({ quoted: request.reference }), null, tuesday)
    const untied = await database().question.findUniqueOrThrow({ where: { number: other.number } })
    expect(untied.requestId).toBeNull()
  })

  it.each([
    [{ words: ' ' }, 'words'],
    [{ words: '字'.repeat(1001) }, 'words'],
    [{ kind: 'other' }, 'kind'],
    [{ contact: 'nowhere' }, 'contact'],
    [{ more: 1 }, ''],
  ])('with %o is refused', (change, field) => {
    const parsed = askSchema.safeParse({ kind: 'question', words: '好', ...change })
    expect(parsed.success ? null : parsed.error.issues[0]?.path.join('.')).toBe(field)
  })
})
