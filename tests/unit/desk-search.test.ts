import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likePattern, snippetOf, wordsSought } from '@/lib/desk-search/hit'

describe('the place where the words stand', () => {
  it('is told with what is around it, cut where it is long', () => {
    expect(snippetOf('携带有效身份证件原件', '身份证')).toEqual({
      before: '携带有效',
      hit: '身份证',
      after: '件原件',
    })
    const snippet = snippetOf(`${'a'.repeat(100)} Needle ${'b'.repeat(100)}`, 'needle')
    expect(snippet?.hit).toBe('Needle')
    expect(snippet?.before).toMatch(/^…a+ $/)
    expect(snippet?.after).toMatch(/^ b+…$/)
    expect(snippetOf('nothing here', 'needle')).toBeNull()
  })

  it('is never taken from between signs', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), (text, words) => {
        const snippet = snippetOf(text, words)
        if (snippet) expect(snippet.hit.toLowerCase()).toBe(words.toLowerCase())
      }),
    ))
})

it('looks for one Chinese character or two letters, and no more than can be typed', () => {
  expect(wordsSought(' 卡 ')).toBe('卡')
  expect(wordsSought('a')).toBeNull()
  expect(wordsSought(' a  b ')).toBe('a b')
  expect(wordsSought('')).toBeNull()
  expect(wordsSought('x'.repeat(200))).toHaveLength(100)
})

it('takes the signs of a pattern as they are', () =>
  expect(likePattern('50%_\\')).toBe('%50\\%\\_\\\\%'))
