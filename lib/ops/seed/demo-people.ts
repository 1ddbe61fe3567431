import { createHash } from 'node:crypto'
import type { CardType, Channel } from '@/lib/domain/coded-values'
import { withLuhnDigit } from '@/lib/domain/identifiers/luhn'

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
          document: {
            type: 'passport',
            number: `E0000${digits}9`,
            country: 'CN',
            birthDate: '1985-05-05',
          },
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
 * is not assigned. `born`: `YYYYMMDD`.
 */
export function residentId(serial: number, born = '19900101'): string {
  const body = `110000${born}${String(serial % 1000).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0)
  return body + '10X98765432'.charAt(sum % 11)
}

// The first six digits of the ICCIDs of each carrier's cards.
const issuerOf: Record<string, string> = {
  'china-mobile': '898600',
  'china-unicom': '898601',
  'china-telecom': '898603',
  'china-broadnet': '898615',
}

/**
 * An ICCID (ITU-T E.118) of the request's own, made of its reference: its carrier's issuer digits,
 * 13 digits and the check digit.
 */
export function demoIccid({ reference, carrier }: { reference: string; carrier: string }): string {
  const serial = Number.parseInt(
    createHash('sha256').update(reference).digest('hex').slice(0, 12),
    16,
  )
  return withLuhnDigit(
    (issuerOf[carrier] ?? '898600') + String(serial % 10 ** 13).padStart(13, '0'),
  )
}
