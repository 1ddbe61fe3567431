// Who comes to the counter, and what proves it (P3, P17, P25).
import { describe, expect, it } from 'vitest'
import { amendRequest, openRequest } from '@/lib/writer'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { inputOf } from '@/lib/cancellation/rules/particulars'
import { materialsToNote } from '@/lib/guide/resolve'
import { residentId } from '@/lib/ops/seed/demo-people'
import { must, opened, someInput, staff, tuesday } from '../factories/requests'

const guardian = {
  relation: 'guardian',
  name: '监护示例',
  document: { type: 'resident_id', number: residentId(701) },
  authority: { kind: 'guardianship', proof: 'household_register' },
}
const child = {
  name: '孩子示例',
  document: { type: 'household_register', number: '110000201605010030' },
}

/** The request as its clerk sees it, and what it was recorded from. */
async function seen(reference: string) {
  const one = await oneRequest(await staff(), reference, tuesday)
  if (!one?.personal || !one.identifiers) throw new Error('not to be read')
  return { ...one, input: inputOf(one.record, one.personal, one.identifiers) }
}

describe('a child with a guardian', () => {
  it('is recorded from the household register, which has no date, and brings a document', async () => {
    const { reference } = await opened({ holder: child, applicant: guardian })
    const { record, situation, input } = await seen(reference)
    expect(record.authority).toEqual({ ...guardian.authority, issuedOn: null })
    expect(
      materialsToNote(situation.guide.materials, 'guardian', []).map(({ id }) => id),
    ).toContain('minor_document')
    // An amendment begins with what was recorded, and leaves it as it was.
    const seenNow = { reference, version: record.version }
    const now = tuesday
    const amended = must(await amendRequest({ actor: await staff(), seen: seenNow, input, now }))
    expect(amended.authority).toEqual(record.authority)
  })
})

describe('an organisation', () => {
  const agent = {
    relation: 'company_agent',
    name: '经办示例',
    document: { type: 'resident_id', number: residentId(702) },
    authority: { kind: 'company_letter', issuedOn: '2026-03-01' },
  }
  it.each(['business_licence', 'institution_certificate'] as const)(
    'is known by the unified social credit code of its %s',
    async (type) => {
      const holder = { name: '示例单位', document: { type, number: '91350100M000100Y43' } }
      const input = someInput({ holder, applicant: agent })
      const written = await openRequest({ actor: await staff(), input, now: tuesday })
      expect(must(written).documentType).toBe(type)
      const wrong = { ...holder, document: { type, number: '91350100M000100Y44' } }
      expect(() => someInput({ holder: wrong, applicant: agent })).toThrow(
        'credit_code_check_failed',
      )
    },
  )
})
