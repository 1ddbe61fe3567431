import { describe, expect, it } from 'vitest'
import { kindsDemanded } from '@/lib/domain/step-kinds'
import { narrowest, resolution } from '@/lib/guide/resolve'
import { seededGuides } from '@/lib/guide/seed/contents'

describe('the seeded guide', () => {
  it('has each kind that a path demands exactly once, besides instructions', () => {
    for (const { cardType, channel, content } of seededGuides) {
      const kinds = content.steps.map(({ kind }) => kind).filter((kind) => kind !== 'instruction')
      expect(new Set(kinds).size).toBe(kinds.length)
      expect(kinds.sort()).toEqual(kindsDemanded(cardType, channel).sort())
    }
  })

  it('numbers six steps for the customer on each path', () => {
    for (const { content } of seededGuides)
      expect(content.steps.filter(({ audience }) => audience === 'customer')).toHaveLength(6)
  })

  it('tells a customer nothing that only staff do, and staff nothing that customers do', () => {
    const steps = seededGuides.flatMap(({ content }) => content.steps)
    for (const { title, text } of steps)
      expect(`${title.zh}${text.zh}`).not.toMatch(/客户|机主|登记卡号|商定/)
    for (const { staff } of steps) expect(`${staff.title.zh}${staff.text.zh}`).not.toMatch(/您/)
    for (const { staff } of steps)
      expect(`${staff.title.en} ${staff.text.en}`).not.toMatch(/\byou\b|you've|your\b/i)
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

  it('explains for each guide why it applies or does not', () => {
    const guide = (id: string, carrier: string | null, region: string | null, more = {}) => ({
      id,
      carrier,
      region,
      retired: false,
      revision: 1 as number | null,
      ...more,
    })
    const why = (...guides: ReturnType<typeof guide>[]) =>
      resolution(guides, 'china-mobile', 'CN-SH').map((rung) => rung.why)
    const all = guide('all', null, null)
    expect(why(all)).toEqual(['none', 'none', 'none', 'applies'])
    expect(why(all, guide('c', 'china-mobile', null))).toEqual(['none', 'applies', 'none', 'wider'])
    expect(
      why(
        all,
        guide('c', 'china-mobile', null, { retired: true }),
        guide('r', null, 'CN-SH', { revision: null }),
      ),
    ).toEqual(['none', 'retired', 'never_published', 'applies'])
    expect(why(all, guide('other', 'china-unicom', null))).toEqual([
      'none',
      'none',
      'none',
      'applies',
    ])
  })
})
