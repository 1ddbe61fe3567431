import { describe, expect, it } from 'vitest'
import { type ReaderLayout, partAfter, readingOf } from '@/lib/domain/identity-reader'

const id = '110105194912310025'
const short: ReaderLayout = { fields: ['name', 'number'], separator: 'comma' }
const long: ReaderLayout = {
  fields: ['number', 'skip', 'skip', 'name'],
  separator: 'bar',
}

describe('what an identity-card reader has typed into one field', () => {
  it.each<[string, ReaderLayout, object | null]>([
    [`张三,${id}`, short, { name: '张三', number: id }],
    [`张三，${id}`, short, { name: '张三', number: id }],
    [` 张三 , ${id} ,男,汉`, short, { name: '张三', number: id }],
    [`${id}|男|汉|张三`, long, { number: id, name: '张三' }],
    [`${id}|||张三|上海市`, long, { number: id, name: '张三' }],
    // No reading: it stays as it was typed.
    ['张三', short, null],
    ['Smith, John', short, null],
    [`${id}|男|汉`, long, null],
    [`张三,${id}`, long, null],
    [`张三,${id}`, { ...short, separator: 'tab' }, null],
    [',', short, null],
  ])('%j', (typed, layout, reading) => expect(readingOf(typed, layout)).toEqual(reading))
})

describe('the part that comes after a key', () => {
  it.each<['name' | 'number', ReaderLayout, string | null]>([
    ['name', { fields: ['name', 'number'], separator: 'tab' }, 'number'],
    ['number', { fields: ['name', 'number'], separator: 'tab' }, null],
    ['number', { fields: ['number', 'name'], separator: 'enter' }, 'name'],
    ['name', { fields: ['number'], separator: 'enter' }, null],
    ['name', { fields: ['name', 'number'], separator: 'comma' }, null],
  ])('after %s', (part, layout, next) => expect(partAfter(part, layout)).toBe(next))
})
