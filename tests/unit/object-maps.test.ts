// Words that every object answers to (`constructor`, `__proto__`), where somebody outside chooses
// the word.
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { mergePatch } from '@/lib/api/merge-patch'
import { openingOf } from '@/lib/api/tmf/mapping'
import { productOrderBody } from '@/lib/api/tmf/schemas'
import { isMove } from '@/lib/cancellation/rules/workflow'
import { errorsOf } from '@/lib/forms/errors-of'
import { fromForm } from '@/lib/forms/read-form'
import { filled } from '@/lib/notices/text'

const inherited = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty']

const order = (name: string) =>
  productOrderBody.parse({
    channel: [{ id: 'in_store' }],
    relatedParty: [{ role: 'customer', name: 'A' }],
    productOrderItem: [
      { id: '1', action: 'delete', product: { productCharacteristic: [{ name, value: 'x' }] } },
    ],
  })

describe.each(inherited)('the word %s', (word) => {
  it('is an unknown characteristic of an order', () => {
    expect(Object.keys(openingOf(order(word)))).toContain(`characteristic ${word}`)
  })

  it('names no move', () => expect(isMove(word)).toBe(false))

  it('keeps the fault of a field of that name', () => {
    const parsed = z.strictObject({}).safeParse(JSON.parse(`{"${word}":1}`))
    const errors = parsed.success ? {} : errorsOf(parsed.error)
    expect(Object.entries(errors)).toEqual([[word, 'unknown_field']])
  })

  it('is merged as any other name', () => {
    const merged = mergePatch({ a: 1 }, JSON.parse(`{"${word}":{"b":2}}`)) as object
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype)
    expect(JSON.stringify(merged)).toBe(
      word === '__proto__' ? '{"a":1}' : `{"a":1,"${word}":{"b":2}}`,
    )
  })

  it('is no placeholder of a notice', () => expect(filled(`a {${word}} b`, {})).toBe('a  b'))

  it('is a field like another, or none, and reaches no prototype', () => {
    const form = new FormData()
    form.append(`${word}.inner`, '1')
    form.append(word, '2')
    fromForm(form)
    expect(({} as Record<string, unknown>).inner).toBeUndefined()
  })
})
