import type { CardType, Channel } from '@/lib/domain/coded-values'

// Fictitious people; the numbers are from carriers' own service ranges, so that they belong to
// nobody.
const surnames = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈', '欧阳', '卫']
const givenNames = ['示例', '样本', '演示', '测试']
const reasons = ['no_longer_needed', 'change_phone', 'change_carrier', 'privacy', 'cost', 'other']
const paths: [CardType, Channel, string, string][] = [
  ['sim', 'in_store', 'china-mobile', 'CN-SH'],
  ['esim', 'in_store', 'china-telecom', 'CN-JS'],
  ['sim', 'in_store', 'china-unicom', 'CN-ZJ'],
  ['sim', 'online', 'china-mobile', 'CN-GD'],
  ['esim', 'online', 'china-telecom', 'CN-SH'],
  ['sim', 'in_store', 'china-broadnet', 'CN-AH'],
]

/** The input of demo request `index`; optionally with a carrier that pre-cancels. */
export function demoInput(index: number, preCancelled: boolean) {
  const [cardType, channel, carrier, region] = (
    preCancelled ? paths[2] : paths[index % paths.length]
  ) as (typeof paths)[number]
  const digits = String(index).padStart(2, '0')
  const someoneElse = index % 8 === 3 && carrier !== 'china-broadnet'
  return {
    cardType,
    channel,
    carrier,
    region,
    phoneNumber: `138001380${digits}`,
    applicant: someoneElse
      ? {
          relation: 'agent',
          name: '代办示例',
          document: { type: 'passport', number: `E0000${digits}9`, country: 'CN' },
          authority: { kind: 'written_mandate', issuedOn: '2026-01-05' },
        }
      : { relation: 'self' },
    holder: {
      name: `${surnames[index % surnames.length]}${givenNames[index % givenNames.length]}`,
      document: { type: 'resident_id', number: residentId(index) },
    },
    contact:
      index % 6 === 5
        ? { printedSlipOnly: true }
        : {
            phone: `+86139001390${digits}`,
            ...(index % 4 === 0 && { email: `customer${digits}@example.test` }),
          },
    reason: reasons[index % reasons.length],
    consent: true,
    keepNumber: false,
  }
}

/**
 * A resident number with a valid check character (GB 11643) that belongs to nobody: region 110000
 * is not assigned.
 */
export function residentId(serial: number): string {
  const body = `11000019900101${String(serial % 1000).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0)
  return body + '10X98765432'.charAt(sum % 11)
}
