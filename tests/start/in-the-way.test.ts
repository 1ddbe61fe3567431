// npm start where something is in the way: said in one sentence with its cure.
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { requireNode } from '@/lib/ops/launch/require-node.mjs'
import { removeScratch, scratchFolder } from '../factories/scratch-folder'
import { failing } from './operator'

let folder: string
beforeEach(() => {
  folder = scratchFolder('start')
})
afterEach(() => removeScratch(folder))

it('a port in use', async () => {
  const holder = createServer().listen(39_872)
  const { status, said } = await failing(folder, { PORT: '39872' })
  holder.close()
  expect(said).toBe(
    '✗ Port 39872 is in use: stop what listens there, or choose another, for example ' +
      'PORT=39873 npm start.\n',
  )
  expect(status).toBe(1)
})

it('a data folder that cannot be made', async () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  const { status, said } = await failing(join(file, 'below'))
  expect(said).toMatch(
    /^✗ The data folder .* cannot be written .*set DATA_DIR to another folder\.\n$/,
  )
  expect(status).toBe(1)
})

it('a database that cannot be reached', async () => {
  const url = 'postgresql://nobody:secret@127.0.0.1:1/desk'
  const { status, said } = await failing(folder, {
    DATABASE_URL: url,
    DIRECT_DATABASE_URL: url,
    MIGRATION_DATABASE_URL: url,
    AUTH_SECRET: 'x'.repeat(32),
    MASTER_KEY: 'x'.repeat(43),
  })
  expect(said).toContain('✗ The database in MIGRATION_DATABASE_URL cannot be reached')
  expect(said).not.toContain('secret')
  expect(status).toBe(1)
})

it('an invalid environment, with each variable named', async () => {
  const { status, said } = await failing(folder, { DATABASE_URL: 'mysql://x', PORT: 'many' })
  expect(said).toMatch(/PORT .*\n.*DATABASE_URL must begin with postgresql:\/\//s)
  expect(status).toBe(1)
})

it('a Node that is too old', () => {
  expect(() => requireNode('20.18.3')).toThrow(
    'Node 20.18.3 is too old: install Node 20.19 or newer',
  )
  expect(() => requireNode('18.20.0')).toThrow()
  for (const fine of ['20.19.0', '22.1.0', '24.0.0']) expect(() => requireNode(fine)).not.toThrow()
})
