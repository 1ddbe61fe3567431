// Whether the model would see it: bugs planted into the process, each caught. Beside
// process.test.ts, so that the two run at once.
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Move, moves, workflow } from '@/lib/cancellation/rules/workflow'
import { length, theCast } from './model/cast'
import { type Cast, runSequence } from './model/drive'

let cast: Cast
beforeAll(async () => {
  cast = await theCast()
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
    [
      'one may approve what one touched',
      'approve',
      { demands: sound.approve.demands.filter((name) => name !== 'second_person') },
    ],
    [
      'a request is completed before the carrier was told',
      'complete',
      { demands: sound.complete.demands.filter((name) => name !== 'carrier_submitted') },
    ],
    ['taking back leads on instead of back', 'take_back', { to: 'closing' }],
  ] as [string, Move, object][])('%s', { timeout: 120_000 }, async (_, move, change) => {
    plant(move, change)
    await expect(caught()).rejects.toThrow(/the model says/)
  })
})
