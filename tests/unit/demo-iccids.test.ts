import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { carrierSuggestedBy, checkIccid } from '@/lib/domain/identifiers/iccid'
import { makeReference } from '@/lib/domain/identifiers/reference'
import { demoIccid } from '@/lib/ops/seed/demo-people'

it('gives every demo card an ICCID of its own, of its carrier, with the right check digit', () => {
  const carriers = ['china-mobile', 'china-unicom', 'china-telecom', 'china-broadnet']
  const made = Array.from({ length: 400 }, (_, place) => {
    const bytes = createHash('sha256').update(String(place)).digest()
    return {
      reference: makeReference(bytes),
      carrier: carriers[place % carriers.length] ?? '',
    }
  })
  const iccids = made.map(demoIccid)
  for (const [place, iccid] of iccids.entries()) {
    expect(checkIccid(iccid)).toEqual({ ok: true, value: iccid, warnings: [] })
    expect(iccid).toHaveLength(20)
    expect(carrierSuggestedBy(iccid)).toBe(made[place]?.carrier)
  }
  expect(new Set(iccids).size).toBe(400)
})
