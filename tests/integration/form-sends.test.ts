// One sending of a form takes effect once, however often it arrives, and whoever knows its id
// learns what became of it.
import { redirect } from 'next/navigation'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeMove, noteStep } from '@/lib/writer'
import { database } from '@/lib/db/client'
import { type FormState, refusedForm } from '@/lib/forms/form-state'
import { newSubmissionId, submissionField } from '@/lib/form-submissions/ids'
import { submissionOutcome } from '@/lib/form-submissions/queries'
import { clearSubmissions, submitOnce } from '@/lib/form-submissions/commands'
import { opened, staff, tuesday } from '../factories/requests'

const formOf = (id: string) => {
  const form = new FormData()
  form.set(submissionField, id)
  return form
}
/** A work that counts how often it is done. */
function counted(answer: () => FormState | Promise<FormState>) {
  const at = { times: 0 }
  return {
    at,
    work: async () => {
      at.times += 1
      return answer()
    },
  }
}
const outcomeOf = async (id: string, at = new Date()) => (await submissionOutcome(id, at)).outcome

beforeAll(async () => void (await database().formSend.deleteMany()))

describe('a sending', () => {
  it('takes effect once and gives the same answer again', async () => {
    const id = newSubmissionId()
    const { at, work } = counted(() => ({ status: 'done' }))
    expect(await outcomeOf(id)).toBe('none')
    expect(await submitOnce(formOf(id), work)).toEqual({ status: 'done' })
    expect(await submitOnce(formOf(id), work)).toEqual({ status: 'done' })
    expect(at.times).toBe(1)
    expect(await outcomeOf(id)).toBe('taken')
  })

  it('redirects again to the same page', async () => {
    const id = newSubmissionId()
    const { at, work } = counted(() => redirect('/requests/23456789ABCD'))
    const led = () =>
      submitOnce(formOf(id), work).catch((error: { digest?: string }) => error.digest)
    expect(await led()).toContain('/requests/23456789ABCD')
    expect(await led()).toContain('/requests/23456789ABCD')
    expect(at.times).toBe(1)
    expect(await submissionOutcome(id, new Date())).toEqual({
      outcome: 'taken',
      led: '/requests/23456789ABCD',
    })
  })

  it('is processed again after a refusal', async () => {
    const id = newSubmissionId()
    const { at, work } = counted(() => refusedForm('stale'))
    await submitOnce(formOf(id), work)
    expect(await outcomeOf(id)).toBe('refused')
    await submitOnce(formOf(id), work)
    expect(at.times).toBe(2)
  })

  it('that arrives twice at once is processed once', async () => {
    const id = newSubmissionId()
    let go = () => {}
    const held = new Promise<void>((resolve) => {
      go = resolve
    })
    const { at, work } = counted(async () => {
      await held
      return { status: 'done' }
    })
    const first = submitOnce(formOf(id), work)
    await expect.poll(() => outcomeOf(id)).toBe('at_work')
    expect(await submitOnce(formOf(id), work)).toEqual(refusedForm('at_work'))
    go()
    expect(await first).toEqual({ status: 'done' })
    expect(at.times).toBe(1)
  })

  it('that changed a request counts as done even if its process died before answering', async () => {
    const [id, by, { reference }] = [newSubmissionId(), await staff(), await opened()]
    const note = async (): Promise<FormState> => {
      const written = await noteStep({
        actor: by,
        seen: { reference },
        step: 'balance',
        input: { amount: '1.00', route: 'cash' },
        now: tuesday,
      })
      expect(written.ok).toBe(true)
      throw new Error('the process died here')
    }
    await expect(submitOnce(formOf(id), note)).rejects.toThrow('died')
    expect(await outcomeOf(id)).toBe('taken')
    expect(await submitOnce(formOf(id), note)).toEqual({ status: 'done' })
  })

  it('whose change was refused counts as refused, and marks nothing', async () => {
    const [id, by, { reference }] = [newSubmissionId(), await staff(), await opened()]
    const state = await submitOnce(formOf(id), async () => {
      const written = await makeMove({
        actor: by,
        seen: { reference },
        move: 'approve',
        input: {},
        now: tuesday,
      })
      return written.ok ? { status: 'done' } : refusedForm(written.refusal.code)
    })
    expect(state.status).toBe('refused')
    expect(await outcomeOf(id)).toBe('refused')
  })

  it('that was interrupted is known as such after a minute, and forgotten after a day', async () => {
    const [id, begunAt] = [newSubmissionId(), new Date()]
    await database().formSend.create({ data: { id, state: 'at_work', begunAt } })
    expect(await outcomeOf(id, begunAt)).toBe('at_work')
    expect(await outcomeOf(id, new Date(begunAt.getTime() + 61_000))).toBe('unknown')
    await clearSubmissions(new Date(begunAt.getTime() + 25 * 3_600_000))
    expect(await outcomeOf(id)).toBe('none')
  })

  it('without a valid id is simply processed', async () => {
    const { at, work } = counted(() => ({ status: 'done' }))
    await submitOnce(new FormData(), work)
    await submitOnce(formOf("x' or 1=1"), work)
    expect(at.times).toBe(2)
    expect(await database().formSend.count({ where: { id: "x' or 1=1" } })).toBe(0)
  })
})
