import { describe, expect, it } from 'vitest'
import { type Rehearsing, rehearse } from '@/lib/cancellation/rules/rehearsal'
import type { GuideContent } from '@/lib/guide/schemas'
import { seededGuides } from '@/lib/guide/seed/contents'

const now = new Date('2026-03-10T02:00:00Z')
const walked = (content: GuideContent, as: Partial<Rehearsing> = {}) =>
  rehearse(
    content,
    { cardType: 'sim', channel: 'in_store', relation: 'self', circumstances: [], ...as },
    now,
  )
const seeded = (cardType: string, channel: string) =>
  seededGuides.find((guide) => guide.cardType === cardType && guide.channel === channel)
    ?.content as GuideContent

describe('a rehearsal', () => {
  it.each(seededGuides.map(({ cardType, channel, content }) => ({ cardType, channel, content })))(
    'walks the seeded guide of $cardType $channel to its end, each step once',
    ({ cardType, channel, content }) => {
      const rounds = walked(content, { cardType, channel })
      expect(rounds.map(({ move }) => move)).toEqual(['submit', 'approve', 'complete', null])
      expect(rounds.flatMap(({ steps }) => steps.map(({ step }) => step.id)).sort()).toEqual(
        content.steps.map(({ id }) => id).sort(),
      )
    },
  )

  it('comes back to the materials when what is found later asks for more', () => {
    const materials = (
      circumstances: Rehearsing['circumstances'],
      relation: Rehearsing['relation'] = 'self',
    ) =>
      walked(seeded('sim', 'in_store'), { circumstances, relation }).flatMap(({ steps }) =>
        steps.filter(({ step }) => step.kind === 'materials'),
      )
    expect(materials([])).toHaveLength(1)
    const [first, second] = materials(['renewed_document'])
    expect(second).toMatchObject({ again: true })
    expect(second?.materials.length).toBeGreaterThan(first?.materials.length ?? 0)
    expect(materials([], 'heir')[0]?.materials.map(({ id }) => id)).not.toEqual(
      materials([])[0]?.materials.map(({ id }) => id),
    )
  })
})
