import { describe, expect, it } from 'vitest'
import { darkRuns, qrSymbol, quietZone } from '@/lib/qr-symbol'
import { sheetAddress, sheetLook } from '@/components/print/sheet-look'

// As long as they get: a long host, carrier and store; the signature's length never differs.
const host = 'https://cancellation-desk.example-carrier.com.cn'
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const receipt = `${host}/verify?receipt=${[
  part({ alg: 'EdDSA', kid: 'k'.repeat(43) }),
  part({
    receipt: '23456789ABCD',
    reference: '23456789ABCD',
    issued: '2026-11-27T08:00:00.000Z',
    phone: '138****8000',
    carrier: 'china-broadnet',
    region: 'CN-SH',
    ended: '2026-11-27',
    store: 'a-store-of-20-signs0',
  }),
  's'.repeat(86),
].join('.')}`
const slip = `${host}/en/s/23456789ABCD/${'k'.repeat(22)}`

describe('a QR code on paper', () => {
  it.each([
    ['a receipt on 58 mm', receipt, 48, 0.5],
    ['a receipt on 80 mm', receipt, 60, 0.5],
    ['a receipt on A4', receipt, 50, 0.5],
    ['a slip on 58 mm', slip, 40, 0.75],
    ['a slip on 80 mm', slip, 46, 0.75],
  ])('of %s has modules of whole printer dots, large enough to be read', (_, text, room, least) => {
    const { module, modules, side } = qrSymbol(text, room)
    expect(module).toBeGreaterThanOrEqual(least)
    expect(Number.isInteger(module / 0.125)).toBe(true)
    expect(side).toBe(module * (modules + 2 * quietZone))
    expect(side).toBeLessThanOrEqual(room)
  })

  it('corrects 15 % where its modules are large enough, 7 % where that makes them larger', () => {
    expect(qrSymbol(slip, 40).level).toBe('M')
    expect(qrSymbol('x'.repeat(600), 48)).toMatchObject({ level: 'L', module: 0.5 })
  })

  it.each([0.5, 10, 48])('is never wider than its %d mm, whatever it says', (room) => {
    expect(qrSymbol('x'.repeat(2_000), room).side).toBeLessThanOrEqual(room)
  })

  it('is drawn in runs that cover its dark modules, and no others', () => {
    const symbol = qrSymbol(slip, 40)
    const drawn = new Set<string>()
    for (const { row, column, length } of darkRuns(symbol))
      for (let place = column; place < column + length; place++) drawn.add(`${row} ${place}`)
    for (let row = 0; row < symbol.modules; row++)
      for (let column = 0; column < symbol.modules; column++)
        expect(drawn.has(`${row} ${column}`), `${row} ${column}`).toBe(symbol.dark(row, column))
  })
})

describe("a sheet's look", () => {
  it("is the store's paper unless its address names another, and survives its own address", () => {
    expect(sheetLook({}, 'roll_58')).toEqual({ paper: 'roll_58', large: false })
    expect(sheetLook({ paper: 'letter', type: 'huge' }, 'a4')).toEqual({
      paper: 'a4',
      large: false,
    })
    const look = { paper: 'roll_80', large: true } as const
    const query = Object.fromEntries(new URL(sheetAddress('http://x/slip', look)).searchParams)
    expect(sheetLook(query, 'a4')).toEqual(look)
  })
})
