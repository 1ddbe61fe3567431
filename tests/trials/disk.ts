// The database's disk is full: what cannot be saved is refused in words, what can be read is read,
// and it goes on when there is room.
import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { withClient } from '@/lib/ops/database/roles'
import { until } from '@/lib/ops/start/until'
import { apiClient } from './api-client'
import { trialDesk } from './desk'
import type { Trial } from './trial'

const mebibyte = Buffer.alloc(1024 * 1024)

/** Writes a file until there is no room. */
function fill(file: string) {
  const open = openSync(file, 'w')
  try {
    for (;;) if (writeSync(open, mebibyte) < mebibyte.length) return
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(open)
  }
}

export const disk: Trial = {
  name: 'disk',
  what:
    'the database on a disk that fills up: refused in words, nothing acknowledged is lost, ' +
    'whole when there is room',
  small: 8,
  usual: 300,
  async run(size) {
    let mount = ''
    let mounted = false
    const desk = await trialDesk(1, {
      beforehand: (folder) => {
        mount = join(folder, 'postgres')
        mkdirSync(mount)
        mounted =
          spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=700', 'tmpfs', mount]).status ===
          0
      },
      afterwards: () => void (mounted && spawnSync('umount', [mount])),
    })
    const [address = ''] = desk.addresses
    const broken: string[] = []
    try {
      if (!mounted) return { tried: 'not tried: this user may not mount a small disk', broken }
      const api = await apiClient(address)
      fill(join(mount, 'filler'))
      const opened: string[] = []
      const answers = new Map<number, number>()
      let longest = 0
      for (let turn = 0; turn < size; turn += 1) {
        const { status, took, body } = await api.open(turn)
        answers.set(status, (answers.get(status) ?? 0) + 1)
        longest = Math.max(longest, took)
        if (status === 201) opened.push(body.reference ?? '')
        else if (status !== 503 || body.type !== 'urn:cancellation-desk:problem:busy')
          broken.push(`opening was answered ${status} ${body.type}`)
        const alive = await fetch(`${address}/api/health/live`).then(
          ({ status }) => status,
          () => 0,
        )
        if (alive !== 200) broken.push(`liveness ${alive}`)
      }
      if (longest > 16_000) broken.push(`an answer took ${longest} ms`)
      rmSync(join(mount, 'filler'))
      // A server that could not write its log ends by itself; whoever watches over it starts it.
      await desk.kill('postgres')
      await desk.start('postgres')
      await until(async () => (await fetch(`${address}/api/health`)).ok, 15_000).catch(() =>
        broken.push('not ready within 15 s of there being room'),
      )
      const after = await api.open(size + 1)
      if (after.status !== 201) broken.push(`opening after it was answered ${after.status}`)
      const { rows } = await withClient(desk.urls.owner, (client) =>
        client.query('select reference from request where reference = any($1)', [opened]),
      )
      if (rows.length !== opened.length)
        broken.push(`${opened.length} were acknowledged, ${rows.length} stand there`)
      return {
        tried:
          `${size} requests on a full disk: ` +
          `${[...answers].map(([status, count]) => `${count} × ${status}`).join(', ')}; the ` +
          `longest after ${longest} ms`,
        broken,
      }
    } finally {
      await desk.stop()
    }
  },
}
