import { describe, expect, it, vi } from 'vitest'
import { fromForm } from '@/lib/forms/read-form'

const form = (entries: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

describe('fromForm', () => {
  it('nests dotted names, collects lists and drops empty fields', () => {
    expect(
      fromForm(
        form([
          ['holder.document.type', 'passport'],
          ['consent:boolean', 'true'],
          ['ticked:list', 'a'],
          ['ticked:list', 'b'],
          ['empty', ''],
          ['$version', '3'],
          ['items.0.step', 'x'],
          ['items.1.step', 'y'],
        ]),
      ),
    ).toEqual({
      holder: { document: { type: 'passport' } },
      consent: true,
      ticked: ['a', 'b'],
      items: [{ step: 'x' }, { step: 'y' }],
    })
  })

  it('reaches no prototype', () => {
    fromForm(
      form([
        ['__proto__.polluted', '1'],
        ['constructor.prototype.polluted', '1'],
      ]),
    )
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('goes over a form of a hundred thousand fields once, not once for each', () => {
    const data = form(Array.from({ length: 100_000 }, (_, place) => [`f${place}`, '1']))
    const searches = (['get', 'getAll', 'has'] as const).map((method) => vi.spyOn(data, method))
    expect(Object.keys(fromForm(data))).toHaveLength(100_000)
    for (const search of searches) expect(search).not.toHaveBeenCalled()
  })
})
