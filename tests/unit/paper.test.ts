import { describe, expect, it } from 'vitest'
import { mostPaperRows, paperHeader, readPaper } from '@/lib/cancellation/rules/paper'
import { residentId } from '@/lib/ops/seed/demo-people'

const today = '2026-03-10'
const header =
  'cardType,channel,carrier,region,phoneNumber,holderName,documentType,documentNumber,' +
  'contactPhone,reason,consent'
const row = (number: string, change: Record<string, string> = {}) => {
  const cells: Record<string, string> = {
    cardType: 'sim',
    channel: 'in_store',
    carrier: 'china-mobile',
    region: 'CN-SH',
    phoneNumber: number,
    holderName: '纸测试',
    documentType: 'resident_id',
    documentNumber: residentId(1),
    contactPhone: '13912345678',
    reason: 'cost',
    consent: '是',
    ...change,
  }
  return header
    .split(',')
    .map((name) => cells[name] ?? '')
    .join(',')
}
const read = (...lines: string[]) => readPaper([header, ...lines].join('\r\n'), 'demo', today)

describe('requests taken on paper', () => {
  it("are read as the page's form would be", () => {
    const { rows, faults } = readPaper(
      `\ufeff${[header, row('13800138001'), '', row('13800138002', { consent: 'yes' })].join('\n')}`,
      'demo',
      today,
    )
    expect(faults).toEqual([])
    expect(rows.map(({ line }) => line)).toEqual([2, 4])
    expect(rows[0]?.input).toMatchObject({
      store: 'demo',
      phoneNumber: '+8613800138001',
      holder: { name: '纸测试' },
      contact: { phone: '+8613912345678' },
      consent: true,
      keepNumber: false,
    })
  })

  it('have a column for all that the form asks of a holder who comes alone', () =>
    expect(paperHeader).toEqual(
      expect.arrayContaining([
        'iccid',
        'eid',
        'imei',
        'documentCountry',
        'contactEmail',
        'printedSlipOnly',
      ]),
    ))

  it('are refused whole, every fault at its line and column', () => {
    const { rows, faults } = read(
      row('13800138001'),
      row('138001', { reason: 'nothing' }),
      row('13800138003', { documentNumber: '110105194912310021', consent: '' }),
      row('13800138001'),
      row('13800138005', { contactPhone: '' }),
    )
    expect(rows).toEqual([])
    expect(
      faults.map(({ line, column, name, code }) => `${line}.${column} ${name} ${code}`).sort(),
    ).toEqual([
      '3.10 reason required',
      '3.5 phoneNumber phone_not_mobile',
      '4.11 consent required',
      '4.8 documentNumber resident_id_check_failed',
      '5.5 phoneNumber number_twice',
      '6.9 contactPhone contact_required',
    ])
  })

  it.each([
    ['', 'column_missing'],
    ['cardType,colour\nsim,red', 'column_unknown'],
    ['cardType,channel\nsim,in_store', 'column_missing'],
    [`${header}\nsim,in_store`, 'csv_malformed'],
    [`${header}\n"sim`, 'csv_malformed'],
    [header, 'nothing_there'],
    [`${header}\n${`${row('13800138001')}\n`.repeat(mostPaperRows + 1)}`, 'too_many_rows'],
  ])('with %# are refused', (text, code) =>
    expect(readPaper(text, 'demo', today).faults.map((fault) => fault.code)).toEqual([code]),
  )

  it('are read no further than to the row that is one too many', () => {
    const rows = Array.from({ length: mostPaperRows + 1 }, () => row('13800138001'))
    expect(read(...rows, 'a row,"that is broken').faults).toEqual([
      { line: mostPaperRows + 2, column: 1, name: '', code: 'too_many_rows' },
    ])
  })

  it('are read no further than their header when that has a fault', () => {
    const [fault] = readPaper('cardType,colour\na row,"that is broken', 'demo', today).faults
    expect(fault).toEqual({ line: 1, column: 2, name: 'colour', code: 'column_unknown' })
    expect(readPaper('constructor\nx', 'demo', today).faults).toMatchObject([
      { column: 1, code: 'column_unknown' },
    ])
  })

  it('hold no text that cannot be kept, named by row and column', () => {
    const { rows, faults } = read(
      row('13800138001'),
      row('13800138002', { holderName: '纸\u0000测试' }),
      row('13800138003', { contactPhone: '139\u000012345678' }),
    )
    expect(rows).toEqual([])
    expect(faults).toEqual([
      { line: 3, column: 6, name: 'holderName', code: 'text_malformed' },
      { line: 4, column: 9, name: 'contactPhone', code: 'text_malformed' },
    ])
  })
})
