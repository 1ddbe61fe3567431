// A desk's data written away and taken in again.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { runningDatabase } from '@/lib/ops/start/database'
import { withClient } from '@/lib/ops/database/roles'
import { startScratchDesk } from '../browser/scratch-desk'
import { removeScratch, scratchFolder } from '../factories/scratch-folder'
import { command } from './operator'

/** The id of a request that is over, on a desk that runs. */
async function anEndedRequest(folder: string): Promise<string> {
  const running = runningDatabase(folder)
  return withClient(
    running?.urls.owner ?? '',
    async (client) =>
      (await client.query('select id from request where ended_at is not null limit 1')).rows[0].id,
  )
}

it('a backup of a running desk is restored completely or not at all', async () => {
  const [kept, second, third] = [
    scratchFolder('restored'),
    scratchFolder('restored'),
    scratchFolder('restored'),
  ]
  const backup = join(kept, 'backup')
  let ended = ''
  const desk = await startScratchDesk()
  try {
    expect(await command('backup', [], { DATA_DIR: desk.folder, DATABASE_URL: '' })).toMatchObject({
      status: 2,
    })
    expect(
      await command('backup', ['--to', backup], { DATA_DIR: desk.folder, DATABASE_URL: '' }),
    ).toMatchObject({ status: 0, said: expect.stringContaining('24 requests') })
    expect(
      await command('backup', ['--to', backup], { DATA_DIR: desk.folder, DATABASE_URL: '' }),
    ).toMatchObject({ status: 1, said: expect.stringContaining('cannot be made') })
    cpSync(join(desk.folder, 'keys'), join(second, 'keys'), { recursive: true })
    ended = await anEndedRequest(desk.folder)
  } finally {
    await desk.stop()
  }
  const restore = (folder: string) =>
    command('restore', ['--from', backup], { DATA_DIR: folder, DATABASE_URL: '' })
  expect(await restore(third)).toMatchObject({
    status: 1,
    said: expect.stringContaining('other keys'),
  })
  expect(await restore(second)).toMatchObject({
    status: 0,
    said: expect.stringContaining('24 requests'),
  })
  expect(await restore(second)).toMatchObject({
    status: 1,
    said: expect.stringContaining('something in this database'),
  })
  expect(await command('audit-verify', [], { DATA_DIR: second, DATABASE_URL: '' })).toMatchObject({
    status: 0,
    said: expect.stringContaining('✓ 24 histories'),
  })
  for (const name of ['master', 'auth'])
    cpSync(join(second, 'keys', name), join(third, 'keys', name))
  // What was erased after the backup is erased again, by the list that was kept apart from it; so
  // is a head that no longer fits told.
  writeFileSync(
    join(third, 'erasures'),
    `${new Date().toISOString()} ${ended}\n2026-11-24T00:00:00Z 01900000-00`,
  )
  writeFileSync(
    join(third, 'heads'),
    `${JSON.stringify({ upTo: new Date().toISOString(), requests: 25, events: 1, hash: 'x' })}\n`,
  )
  expect(await restore(third)).toMatchObject({
    status: 0,
    said: expect.stringMatching(/24 requests[\s\S]*erased again: 1/),
  })
  expect(await command('audit-verify', [], { DATA_DIR: third, DATABASE_URL: '' })).toMatchObject({
    status: 1,
    said: expect.stringContaining('is another one now: 25 requests'),
  })
  expect(await command('keys-search', [], { DATA_DIR: third, DATABASE_URL: '' })).toMatchObject({
    status: 0,
    said: expect.stringContaining('24 requests'),
  })
  const again = await startScratchDesk({ DATA_DIR: second, DEMO_PASSWORD: '' })
  try {
    const waiting = await command('backup', ['--to', join(kept, 'second')], {
      DATA_DIR: second,
      DATABASE_URL: '',
    })
    expect(waiting).toMatchObject({ status: 0, said: expect.stringContaining('24 requests') })
  } finally {
    await again.stop()
  }
  const counts = (folder: string) =>
    Object.entries(
      (
        JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
          tables: Record<string, { rows: number }>
        }
      ).tables,
    ).map(([table, { rows }]) => [table, rows])
  expect(counts(join(kept, 'second'))).toEqual(counts(backup))
  // Nothing in it can be read, and nothing that was changed, were it one bit, is taken in.
  const stores = join(backup, 'store.copy.gz.sealed')
  expect(() => gunzipSync(readFileSync(stores))).toThrow()
  const whole = readFileSync(stores)
  const changed = Buffer.from(whole)
  changed.writeUInt8((changed.at(-1) ?? 0) ^ 1, changed.length - 1)
  writeFileSync(stores, changed)
  const fourth = scratchFolder('restored')
  cpSync(join(third, 'keys'), join(fourth, 'keys'), { recursive: true })
  expect(await restore(fourth)).toMatchObject({
    status: 1,
    said: expect.stringContaining('not as it was written'),
  })
  writeFileSync(stores, whole)
  expect(await restore(fourth)).toMatchObject({ status: 0 })
  const events = join(backup, 'request_event.copy.gz.sealed')
  writeFileSync(events, Buffer.concat([readFileSync(events), Buffer.from('x')]))
  expect(await restore(third)).toMatchObject({
    status: 1,
    said: expect.stringContaining('not as it was written'),
  })
  for (const folder of [kept, second, third, fourth]) removeScratch(folder)
})
