import { describe, expect, it } from 'vitest'
import { kindsDemanded } from '@/lib/guide/kinds'
import { missingKinds, narrowest } from '@/lib/guide/resolve'
import { seededGuides } from '@/lib/guide/seed/contents'

describe('the seeded guide', () => {
  it('has every kind that each path demands, and one step of each but instructions', () => {
    for (const { cardType, channel, content } of seededGuides) {
      expect(missingKinds(content, cardType, channel)).toEqual([])
      const kinds = content.steps.map(({ kind }) => kind).filter((kind) => kind !== 'instruction')
      expect(new Set(kinds).size).toBe(kinds.length)
      expect(kinds.sort()).toEqual(kindsDemanded(cardType, channel).sort())
    }
  })

  it('numbers six steps for the customer on each path', () => {
    for (const { content } of seededGuides) expect(content.steps.filter(({ audience }) => audience === 'customer')).toHaveLength(6)
  })

  it('chooses the narrowest guide', () => {
    const all = { carrier: null, region: null }
    const region = { carrier: null, region: 'CN-SH' }
    const carrier = { carrier: 'china-mobile', region: null }
    const both = { carrier: 'china-mobile', region: 'CN-SH' }
    expect(narrowest([all, region, carrier, both], 'china-mobile', 'CN-SH')).toBe(both)
    expect(narrowest([all, region, carrier], 'china-mobile', 'CN-SH')).toBe(carrier)
    expect(narrowest([all, region, carrier], 'china-unicom', 'CN-SH')).toBe(region)
    expect(narrowest([carrier], 'china-unicom', 'CN-SH')).toBeNull()
  })
})
