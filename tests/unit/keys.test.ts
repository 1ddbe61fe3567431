import { describe, expect, it } from 'vitest'
import { afterPress, beginsTurn, isChord, pressedKeys } from '@/components/keys/match'

const plain = {
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
}

describe('what was pressed', () => {
  it.each([
    [{ key: 'a' }, 'a'],
    [{ key: 'A' }, 'a'],
    [{ key: 'A', shiftKey: true }, null],
    [{ key: '?', shiftKey: true }, '?'],
    [{ key: 'K', ctrlKey: true, shiftKey: true }, null],
    [{ key: 'k', ctrlKey: true }, 'Mod+k'],
    [{ key: 'k', metaKey: true }, 'Mod+k'],
    [{ key: 'Enter', ctrlKey: true }, 'Mod+Enter'],
    [{ key: 'a', altKey: true }, null],
    [{ key: 'a', isComposing: true }, null],
    [{ key: 'Process' }, null],
  ])('reads %j as %s', (event, keys) => expect(pressedKeys({ ...plain, ...event })).toBe(keys))

  it('tells chords from single keys', () =>
    expect(['Mod+k', 'k', 'g l'].map(isChord)).toEqual([true, false, false]))
})

describe('two keys in turn', () => {
  const bound = ['g l', 'l', '/']
  it('are one act where the first was pressed just before', () =>
    expect(afterPress('g', 'l', bound)).toBe('g l'))
  it('are the second alone where nothing, or something else, came before', () =>
    expect([afterPress(null, 'l', bound), afterPress('x', 'l', bound)]).toEqual(['l', 'l']))
  it('begin with a key that starts one of them', () =>
    expect(['g', 'l', '/'].map((keys) => beginsTurn(keys, bound))).toEqual([true, false, false]))
})
