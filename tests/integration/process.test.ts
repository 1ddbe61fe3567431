// Random sequences of moves and facts by random people, against an independent model, on PostgreSQL.
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accountById } from '@/lib/accounts/queries'
import { createAccount } from '@/lib/accounts/write'
import type { RecordedEvent } from '@/lib/cancellation/facts'
import { replay } from '@/lib/cancellation/replay'
import { type Move, moves, workflow } from '@/lib/cancellation/workflow'
import { database } from '@/lib/db/client'
import { createStore } from '@/lib/stores/write'
import { type Cast, castOf, runSequence } from './model/drive'

const sequences = Number(process.env.PROCESS_SEQUENCES ?? 1000)
const length = 60
const leastTimes = 20

let cast: Cast
beforeAll(async () => {
  await createStore({ code: 'far', nameZh: '远', nameEn: 'Far', addressZh: '远', addressEn: 'Far', phone: '1', region: 'CN-BJ' })
  const made = await createAccount({ email: 'far@example.test', name: 'Far', password: 'far-away-password', role: 'staff', storeCode: 'far' })
  const far = await accountById(made.ok ? made.value.id : '')
  const [demoStore, farStore] = await Promise.all(['demo', 'far'].map((code) => database().store.findUniqueOrThrow({ where: { code }, select: { id: true, code: true } })))
  if (!far || !demoStore || !farStore) throw new Error('no cast')
  cast = await castOf({ kind: 'account', ...far }, { demo: demoStore, far: farStore })
})

describe('the process', () => {
  it(`agrees with the model over ${sequences} sequences, and each request replays to every moment of it`, { timeout: 600_000 }, async () => {
    const taken = new Map<string, number>([['open', 0]])
    const ends = new Map<string, number>()
    let replayed = 0
    const workers = Array.from({ length: 4 }, async (_, worker) => {
      for (let seed = worker; seed < sequences; seed += 4) {
        const { record, steps } = await runSequence(cast, seed, length)
        const saved = steps.flatMap(({ written }) => (written?.ok ? [written.value] : []))
        for (const { command, written } of steps) {
          if (!written?.ok) continue
          const name = command.do === 'move' ? command.move : command.do
          taken.set(name, (taken.get(name) ?? 0) + 1)
        }
        taken.set('open', (taken.get('open') ?? 0) + 1)
        ends.set(record.state, (ends.get(record.state) ?? 0) + 1)
        if (replayed < 100) {
          replayed += 1
          const rows = await database().requestEvent.findMany({ where: { requestId: record.id }, orderBy: { sequence: 'asc' } })
          const events = rows.map((row) => ({ sequence: row.sequence, type: row.type, at: row.at.toISOString(), actor: { kind: row.actorKind, id: row.actorId }, facts: row.facts }) as RecordedEvent)
          for (const moment of saved) expect(replay(events.slice(0, moment.version))).toEqual(moment)
        }
      }
    })
    await Promise.all(workers)
    console.log(`moves taken: ${moves.map((move) => `${move} ${taken.get(move) ?? 0}`).join(', ')}\nended in: ${[...ends].map(([state, count]) => `${state} ${count}`).join(', ')}`)
    expect(replayed).toBe(Math.min(100, sequences))
    if (sequences < 1000) return
    for (const move of moves) expect([move, (taken.get(move) ?? 0) >= leastTimes]).toEqual([move, true])
    for (const state of ['completed', 'rejected', 'withdrawn']) expect([state, (ends.get(state) ?? 0) > 0]).toEqual([state, true])
  })

  describe('planted bugs are caught', () => {
    const sound = structuredClone(workflow)
    afterEach(() => {
      for (const move of moves) Object.assign(workflow[move], structuredClone(sound[move]))
    })
    const caught = async () => {
      for (let seed = 100_000; seed < 100_400; seed += 1) await runSequence(cast, seed, length)
    }
    const plant = (move: Move, change: object) => Object.assign(workflow[move], change)

    it.each([
      ['one may approve what one touched', 'approve', { demands: sound.approve.demands.filter((name) => name !== 'second_person') }],
      ['a request is completed before the carrier was told', 'complete', { demands: sound.complete.demands.filter((name) => name !== 'carrier_submitted') }],
      ['taking back leads on instead of back', 'take_back', { to: 'closing' }],
    ] as [string, Move, object][])('%s', { timeout: 120_000 }, async (_, move, change) => {
      plant(move, change)
      await expect(caught()).rejects.toThrow(/the model says/)
    })
  })
})
