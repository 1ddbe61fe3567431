import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { makeMove, noteStep, openRequest } from '@/lib/writer'
import { isDatabaseUnavailable } from '@/lib/db/database-unavailable'
import { database } from '@/lib/db/client'
import { forgetKey } from '@/lib/db/keyed-hash'
import { within } from '@/lib/db/time-left'
import { sendCode } from '@/lib/notices/codes/commands'
import { opened, reviewer, someInput, staff, submitted, tuesday } from '../factories/requests'

/**
 * Twenty-five creates for one number at once, in a process of its own; gives how many were made.
 */
const rival = (phoneNumber: string) =>
  new Promise<number>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['lib/ops/launch.mjs', 'tests/integration/rival', phoneNumber],
      { env: process.env, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    child.once('exit', (code) =>
      code === 0 ? resolve(Number(said)) : reject(new Error(`rival ended with ${code}`)),
    )
  })

describe('many at once', () => {
  it('of fifty concurrent openings for one number from two processes, one succeeds', async () => {
    const phoneNumber = '13800137777'
    const made = await Promise.all([rival(phoneNumber), rival(phoneNumber)])
    expect(made[0] + made[1]).toBe(1)
    const again = await openRequest({
      actor: await staff(),
      input: someInput({ phoneNumber }),
      now: tuesday,
    })
    expect(again).toMatchObject({
      ok: false,
      refusal: {
        code: 'unmet',
        unmet: ['no_live_request'],
        reference: expect.stringMatching(/^\w{12}$/),
      },
    })
  })

  it('twelve concurrent notes in a process without a cached guide do not deadlock the pool', async () => {
    const requests = await Promise.all(
      Array.from({ length: 12 }, (_, place) => opened({ phoneNumber: `138001388${10 + place}` })),
    )
    const [unknown] = await database().$queryRaw<{ id: string }[]>`
      insert into revision (id, guide_id, number, content, note, published_at)
      select gen_random_uuid(), guide_id, number + 100, content, note, published_at from revision
      where id = (select revision_id from request where id = ${requests[0]?.id}::uuid) returning id`
    await database().$executeRaw`update request set revision_id = ${unknown?.id}::uuid, record =
        jsonb_set(record, '{revisionId}', to_jsonb(${unknown?.id}::text))
        where id = any(${requests.map(({ id }) => id)}::uuid[])`
    const by = await staff()
    const written = await Promise.all(
      requests.map(({ reference }) =>
        noteStep({
          actor: by,
          seen: { reference },
          step: 'balance',
          input: { amount: '1.00', route: 'cash' },
          now: tuesday,
        }),
      ),
    )
    expect(written.map(({ ok }) => ok)).toEqual(requests.map(() => true))
  })

  it('twelve concurrent slip checks without a cached key do not deadlock the pool', async () => {
    const requests = await Promise.all(
      Array.from({ length: 12 }, (_, place) => opened({ phoneNumber: `138001398${10 + place}` })),
    )
    const by = await staff()
    const store = { id: by.memberships[0]?.storeId ?? '', code: 'demo' }
    forgetKey('secrets')
    const written = await Promise.all(
      requests.map(({ reference }) =>
        makeMove({
          actor: by,
          seen: { reference },
          move: 'transfer',
          input: { slipCode: 'AAAAAA' },
          now: tuesday,
          receiving: store,
        }),
      ),
    )
    // The store has them already; what counts is that each was looked at.
    expect(written.map((one) => !one.ok && one.refusal.code)).toEqual(
      requests.map(() => 'not_yours'),
    )
  })

  it('twelve concurrent one-time codes do not deadlock the pool', async () => {
    const requests = await Promise.all(
      Array.from({ length: 12 }, (_, place) =>
        opened({
          phoneNumber: `138001378${10 + place}`,
          contact: { phone: `+86137001378${10 + place}` },
        }),
      ),
    )
    const sent = await Promise.all(requests.map(({ id }) => sendCode(id, 'confirm', tuesday)))
    expect(sent.map(({ ok }) => ok)).toEqual(requests.map(() => true))
  })

  it('of two concurrent moves one succeeds and the other is refused', async () => {
    const { reference, version } = await submitted()
    const [one, two] = await Promise.all([
      makeMove({
        actor: await reviewer(),
        seen: { reference, version },
        move: 'approve',
        input: {},
        now: tuesday,
      }),
      makeMove({
        actor: await reviewer(),
        seen: { reference, version },
        move: 'reject',
        input: { reason: 'other', words: 'no' },
        now: tuesday,
      }),
    ])
    expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1)
    const lost = one.ok ? two : one
    expect(lost).toMatchObject({ ok: false, refusal: { code: 'stale' } })
  })

  it('two clicks on one button append one event', async () => {
    const { reference, id, version } = await submitted()
    const by = await reviewer()
    await Promise.all(
      [1, 2].map(() =>
        makeMove({
          actor: by,
          seen: { reference, version },
          move: 'approve',
          input: {},
          now: tuesday,
        }),
      ),
    )
    expect(await database().requestEvent.count({ where: { requestId: id, type: 'approve' } })).toBe(
      1,
    )
  })

  it('sixteen concurrent notes on one request lose nothing', async () => {
    const { reference, id, version } = await opened()
    const by = await staff()
    const written = await Promise.all(
      Array.from({ length: 16 }, () =>
        noteStep({
          actor: by,
          seen: { reference },
          step: 'balance',
          input: { amount: '1.00', route: 'cash' },
          now: tuesday,
        }),
      ),
    )
    expect(written.every(({ ok }) => ok)).toBe(true)
    const sequences = (
      await database().requestEvent.findMany({
        where: { requestId: id },
        orderBy: { sequence: 'asc' },
      })
    ).map(({ sequence }) => sequence)
    expect(sequences).toEqual(Array.from({ length: 17 }, (_, place) => version + place))
  })

  it('a call that exceeds its deadline waiting for a lock has no effect', async () => {
    const { reference, id, version } = await opened()
    const by = await staff()
    const note = () =>
      noteStep({
        actor: by,
        seen: { reference },
        step: 'balance',
        input: { amount: '1.00', route: 'cash' },
        now: tuesday,
      })
    const error = await database().$transaction(
      async (holder) => {
        await holder.$queryRaw`select from request where id = ${id}::uuid for update`
        return within(600, note).catch((error: unknown) => error)
      },
      { timeout: 15_000 },
    )
    expect(isDatabaseUnavailable(error)).toBe(true)
    expect(isDatabaseUnavailable(await within(0, note).catch((error: unknown) => error))).toBe(true)
    // Whoever comes next waits for nothing that was left behind.
    expect(await note()).toMatchObject({ ok: true, value: { version: version + 1 } })
  })

  it('a note is stale after a newer note of the same step, not of another', async () => {
    const { reference, version } = await opened()
    const by = await staff()
    const balance = { amount: '1.00', route: 'cash' }
    expect(
      await noteStep({
        actor: by,
        seen: { reference, version },
        step: 'balance',
        input: balance,
        now: tuesday,
      }),
    ).toMatchObject({
      ok: true,
    })
    expect(
      await noteStep({
        actor: by,
        seen: { reference, version },
        step: 'balance',
        input: balance,
        now: tuesday,
      }),
    ).toMatchObject({
      refusal: { code: 'stale' },
    })
    expect(
      await noteStep({
        actor: by,
        seen: { reference, version },
        step: 'advice',
        input: { accountsUnbound: true, cannotBeUndone: true },
        now: tuesday,
      }),
    ).toMatchObject({ ok: true })
  })
})
