import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { checkReceipt, signedTextIn } from '@/lib/receipts/check.mjs'
import { publishedKeys } from '@/lib/receipts/keys/queries'
import { readSigned, signedReceipt } from '@/lib/receipts/sign'
import { signedFacts } from '@/lib/receipts/signed'
import { completed, staff, tuesday } from '../factories/requests'

async function signed() {
  const one = await oneRequest(await staff(), (await completed()).reference, tuesday)
  if (!one?.record.receipt) throw new Error('no receipt')
  return {
    record: one.record,
    text: await signedReceipt(signedFacts(one.record, one.record.receipt, one.personal)),
  }
}
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

describe('a receipt', () => {
  it('is signed over its facts, the same each time, with the number masked', async () => {
    const { record, text } = await signed()
    expect(await readSigned(text)).toMatchObject({
      receipt: record.receipt?.number,
      reference: record.reference,
      issued: record.receipt?.issuedAt,
      carrier: 'china-mobile',
      ended: '2026-03-10',
      phone: expect.stringContaining('****'),
    })
    expect(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()).not.toMatch(/\d{11}/)
    expect(signedTextIn(`http://localhost:3000/en/verify?receipt=${text}`)).toBe(text)
  })

  it('fails the check when any single character of its signed text differs', async () => {
    const { text } = await signed()
    const keys = await publishedKeys()
    expect(checkReceipt(keys, text)).not.toBeNull()
    for (let place = 0; place < text.length; place++) {
      for (const other of ['A', 'b', '7', '-', '.', '=', ' ', '\u0000', 'é']) {
        if (text[place] === other) continue
        expect(
          checkReceipt(keys, text.slice(0, place) + other + text.slice(place + 1)),
          `${place} ${other}`,
        ).toBeNull()
      }
    }
    for (const other of [
      '',
      '.',
      '..',
      text.slice(1),
      text.slice(0, -1),
      `${text}=`,
      `${text}A`,
      ` ${text}`,
    ])
      expect(checkReceipt(keys, other)).toBeNull()
    expect(checkReceipt({ keys: [] }, text)).toBeNull()
  })

  it('fails the check in non-canonical base64url', async () => {
    const { text } = await signed()
    const keys = await publishedKeys()
    let tried = 0
    for (const [index, part] of text.split('.').entries()) {
      for (const last of alphabet) {
        const other = part.slice(0, -1) + last
        if (
          other === part ||
          !Buffer.from(other, 'base64url').equals(Buffer.from(part, 'base64url'))
        )
          continue
        tried += 1
        expect(
          checkReceipt(
            keys,
            text
              .split('.')
              .map((one, place) => (place === index ? other : one))
              .join('.'),
          ),
        ).toBeNull()
      }
    }
    // A signature of 64 bytes leaves four bits over in its last character.
    expect(tried).toBeGreaterThanOrEqual(15)
  })

  it('is checked by the script alone, on a machine that has only Node', async () => {
    const { record, text } = await signed()
    const folder = mkdtempSync(join(tmpdir(), 'receipt-'))
    copyFileSync('lib/receipts/check.mjs', join(folder, 'check.mjs'))
    writeFileSync(join(folder, 'keys.json'), JSON.stringify(await publishedKeys()))
    const check = (...args: string[]) =>
      spawnSync(process.execPath, ['check.mjs', ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { NODE_ENV: 'production' },
      })
    expect(check('keys.json', text)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(record.reference),
    })
    expect(check('keys.json', `https://desk.example/verify?receipt=${text}`)).toMatchObject({
      status: 0,
    })
    expect(check('keys.json', text.replace('.', '.A'))).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('NOT GENUINE'),
    })
    expect(check('keys.json')).toMatchObject({ status: 2 })
    rmSync(folder, { recursive: true })
  })
})
