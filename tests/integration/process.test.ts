// Random sequences of moves and facts by random people, against an independent model, on
// PostgreSQL.
import { beforeAll, describe, expect, it } from 'vitest'
import type { RecordedEvent } from '@/lib/cancellation/rules/request-record'
import { replay } from '@/lib/cancellation/rules/replay'
import { moves } from '@/lib/cancellation/rules/workflow'
import { database } from '@/lib/db/client'
import { length, theCast } from './model/cast'
import { type Cast, runSequence } from './model/drive'

const sequences = Number(process.env.PROCESS_SEQUENCES ?? 1000)
const leastTimes = 20

let cast: Cast
beforeAll(async () => {
  cast = await theCast()
})

describe('the process', () => {
  it(`agrees with the model over ${sequences} sequences, and each request replays to every moment of it`, {
    timeout: 600_000,
  }, async () => {
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
          const rows = await database().requestEvent.findMany({
            where: { requestId: record.id },
            orderBy: { sequence: 'asc' },
          })
          const events = rows.map(
            (row) =>
              ({
                sequence: row.sequence,
                type: row.type,
                at: row.at.toISOString(),
                actor: { kind: row.actorKind, id: row.actorId },
                facts: row.facts,
              }) as RecordedEvent,
          )
          for (const moment of saved)
            expect(replay(events.slice(0, moment.version))).toEqual(moment)
        }
      }
    })
    await Promise.all(workers)
    console.log(
      `moves taken: ${[...moves, 'call'].map((name) => `${name} ${taken.get(name) ?? 0}`).join(', ')}\n` +
        `ended in: ${[...ends].map(([state, count]) => `${state} ${count}`).join(', ')}`,
    )
    expect(replayed).toBe(Math.min(100, sequences))
    if (sequences < 1000) return
    for (const move of [...moves, 'call'])
      expect([move, (taken.get(move) ?? 0) >= leastTimes]).toEqual([move, true])
    for (const state of ['completed', 'rejected', 'withdrawn'])
      expect([state, (ends.get(state) ?? 0) > 0]).toEqual([state, true])
  })
})
