// What web and jobs are told of the operator's environment, and where the desk listens.
import { readFileSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { startScratchDesk } from '../browser/scratch-desk'
import { removeScratch, scratchFolder } from '../factories/scratch-folder'
import { failing } from './operator'

/** The environments of the processes that a desk on this folder started, by what they run. */
function environmentsOf(folder: string) {
  const found = new Map<string, string[]>()
  const supervisor = readFileSync(`${folder}/desk.pid`, 'utf8').trim()
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const read = (file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8')
    try {
      if (!new RegExp(`^PPid:\\s+${supervisor}$`, 'm').test(read('status'))) continue
      const part = /lib\/ops\/(web|jobs)/.exec(read('cmdline'))?.[1]
      if (part) found.set(part, read('environ').split('\0').filter(Boolean))
    } catch {
      // It ended while we looked.
    }
  }
  return found
}

it('passes web and jobs only a named list of variables, without the owner’s address', async () => {
  const desk = await startScratchDesk({
    AWS_SECRET_ACCESS_KEY: 'not theirs',
    MIGRATION_DATABASE_URL: 'postgresql://owner:secret@127.0.0.1:1/desk',
    TZ: 'Europe/Berlin',
  })
  try {
    const environments = environmentsOf(desk.folder)
    expect([...environments.keys()].sort()).toEqual(['jobs', 'web'])
    for (const [part, lines] of environments) {
      const names = lines.map((line) => line.split('=')[0])
      expect(names, part).toEqual(expect.arrayContaining(['DATABASE_URL', 'PATH', 'PORT', 'TZ']))
      expect(names, part).not.toContain('AWS_SECRET_ACCESS_KEY')
      expect(names, part).not.toContain('MIGRATION_DATABASE_URL')
      expect(names, part).not.toContain('DEMO_PASSWORD')
      expect(lines.join(), part).not.toContain('desk_owner')
    }
  } finally {
    await desk.stop()
  }
})

it('listens only on the address in HOST', async () => {
  const desk = await startScratchDesk({ HOST: '127.0.0.2' })
  try {
    const { port } = new URL(desk.address)
    const health = (host: string) => fetch(`http://${host}:${port}/api/health`).then(({ ok }) => ok)
    expect(await health('127.0.0.2')).toBe(true)
    await expect(health('127.0.0.1')).rejects.toThrow()
  } finally {
    await desk.stop()
  }
})

it('reports an address that the machine does not have', async () => {
  const folder = scratchFolder('start')
  const elsewhere = await failing(folder, { HOST: '192.0.2.1' })
  expect(elsewhere).toMatchObject({
    status: 1,
    said: expect.stringContaining('This machine has no address 192.0.2.1: set HOST to one of'),
  })
  const wrong = await failing(folder, { HOST: 'not a host' })
  expect(wrong.said).toContain('HOST must be an IP address or a host name')
  removeScratch(folder)
})
