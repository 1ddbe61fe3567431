// The operators' commands beside a running desk.
import { readFileSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addDays, dayOf } from '@/lib/domain/days'
import { startScratchDesk } from '../browser/scratch-desk'
import { command, long } from './operator'

const newAccount = ['--email', 'first@example.test', '--name', 'First', '--role', 'admin']

it("the operators' commands work beside a running desk and report errors", async () => {
  const desk = await startScratchDesk()
  const here = { DATA_DIR: desk.folder, DATABASE_URL: '' }
  try {
    expect(await command('account-create', newAccount, here, 'short\n')).toMatchObject({
      status: 1,
      said: expect.stringContaining('15 characters'),
    })
    expect(await command('account-create', newAccount, here, long)).toMatchObject({
      status: 0,
      said: expect.stringContaining('can sign in'),
    })
    expect(await command('account-create', newAccount, here, long)).toMatchObject({
      status: 1,
      said: expect.stringContaining('already'),
    })
    expect(
      await command(
        'account-create',
        ['--email', 'x@example.test', '--name', 'X', '--role', 'staff'],
        here,
        long,
      ),
    ).toMatchObject({ status: 1, said: expect.stringContaining('--store') })
    expect(await command('account-create', ['--nonsense'], here)).toMatchObject({ status: 2 })
    expect(await command('account-create', ['--help'], here)).toMatchObject({
      status: 0,
      said: expect.stringContaining('Exit codes'),
    })
    await Promise.all(
      [
        'account-password',
        'apikey-create',
        'audit-verify',
        'backup',
        'restore',
        'keys-rotate',
        'keys-search',
        'history-ranges',
        'erase-contact',
        'erase-sweep',
      ].map(async (name) => {
        expect(await command(name, ['--help'], here)).toMatchObject({
          status: 0,
          said: expect.stringContaining('Exit codes'),
        })
        expect(await command(name, ['--nonsense'], here)).toMatchObject({ status: 2 })
      }),
    )
    const only = ['--email', 'admin@example.test']
    expect(await command('account-password', ['--email', 'x@example.test'], here)).toMatchObject({
      status: 1,
      said: expect.stringContaining('There is no account with this e-mail.'),
    })
    const linked = await command('account-password', only, here)
    expect(linked).toMatchObject({ status: 0 })
    const [link] = /http:\/\/\S+\/join\/[A-Za-z0-9_-]{43}/.exec(linked.said) ?? ['']
    const opened = async () =>
      (await fetch(link.replace(/^.*?\/join/, `${desk.address}/join`))).text()
    expect(await opened()).toContain('admin@example.test')
    const stdin = [...only, '--stdin']
    expect(await command('account-password', stdin, here, 'short\n')).toMatchObject({
      status: 1,
      said: expect.stringContaining('15 characters'),
    })
    expect(await command('account-password', stdin, here, long)).toMatchObject({
      status: 0,
      said: expect.stringContaining('can sign in with the new password'),
    })
    // The link that was open is closed by the password.
    expect(await opened()).not.toContain('admin@example.test')
    expect(await command('apikey-create', ['--role', 'staff'], here)).toMatchObject({
      status: 1,
      said: expect.stringContaining('--store'),
    })
    expect(
      await command(
        'apikey-create',
        ['--role', 'staff', '--store', 'demo', '--days', 'soon'],
        here,
      ),
    ).toMatchObject({ status: 2 })
    expect(
      await command('apikey-create', ['--role', 'staff', '--store', 'demo', '--days', '30'], here),
    ).toMatchObject({ status: 0, said: expect.stringMatching(/^desk_[A-Za-z0-9_-]{43}\n$/) })
    expect(await command('audit-verify', [], here)).toMatchObject({
      status: 0,
      said: expect.stringMatching(/^✓ 24 histories/),
    })
    expect(await command('erase-contact', [], here, 'nobody\n')).toMatchObject({
      status: 1,
      said: expect.stringContaining('neither'),
    })
    expect(await command('erase-contact', [], here, '13700440055\n')).toMatchObject({
      status: 0,
      said: expect.stringContaining('0 questions, 0 drafts'),
    })
    expect(await command('erase-sweep', [], here)).toMatchObject({
      status: 0,
      said: expect.stringContaining('request_key'),
    })

    // From the desk's tomorrow on the history goes into a range of its own; what is said of it, and
    // a backup, are the same.
    const tomorrow = addDays(dayOf(new Date()), 1)
    expect(await command('history-ranges', [], here)).toMatchObject({
      status: 0,
      said: expect.stringContaining('one table'),
    })
    expect(await command('history-ranges', ['--begin', dayOf(new Date())], here)).toMatchObject({
      status: 1,
      said: expect.stringContaining(tomorrow),
    })
    expect(await command('history-ranges', ['--archive-before', tomorrow], here)).toMatchObject({
      status: 1,
      said: expect.stringContaining('still to come'),
    })
    expect(await command('history-ranges', ['--begin', 'soon'], here)).toMatchObject({ status: 2 })
    expect(await command('history-ranges', ['--begin', tomorrow], here)).toMatchObject({
      status: 0,
      said: expect.stringMatching(/events_from_the_first\n.*events_from_\d/),
    })
    expect(
      await command('history-ranges', ['--archive-before', dayOf(new Date())], here),
    ).toMatchObject({ status: 0, said: expect.stringContaining('nothing to archive') })
    expect(await command('audit-verify', [], here)).toMatchObject({
      status: 0,
      said: expect.stringMatching(/^✓ 24 histories/),
    })

    // The master key is replaced beside the running desk, which goes on reading and writing.
    const keys = () =>
      readFileSync(join(desk.folder, 'keys', 'master'), 'utf8')
        .trim()
        .split('\n')
    const [first] = keys()
    expect(await command('keys-rotate', [], here)).toMatchObject({
      status: 0,
      said: expect.stringMatching(/request_key: 72/),
    })
    expect(keys()).toHaveLength(2)
    expect(keys()[1]).toBe(first)
    expect(await command('keys-rotate', ['--forget'], here)).toMatchObject({ status: 0 })
    expect(keys()).toHaveLength(1)
    expect(keys()).not.toContain(first)
    expect(await command('keys-search', [], here)).toMatchObject({
      status: 1,
      said: expect.stringContaining('stop all of its processes'),
    })
    const reading = await fetch(`${desk.address}/api/receipts/keys`)
    expect(reading.status).toBe(200)
    // Killed midway: a mark, and both keys; the next run goes on with them.
    writeFileSync(join(desk.folder, 'keys', 'master.rotating'), '')
    writeFileSync(
      join(desk.folder, 'keys', 'master'),
      `${randomBytes(32).toString('base64url')}\n${keys().join('\n')}\n`,
    )
    expect(await command('keys-rotate', ['--forget'], here)).toMatchObject({
      status: 0,
      said: expect.stringContaining('Going on'),
    })
    expect(keys()).toHaveLength(1)
    expect(await command('audit-verify', [], here)).toMatchObject({ status: 0 })
  } finally {
    await desk.stop()
  }
})
