import { expect, it } from 'vitest'
import { caretAfter } from '@/components/guide-editor/form-content'

it.each([
  ['before what was changed', '|ab cd', 'ab cd ef', '|ab cd ef'],
  ['in words that stayed', 'a|b cd', 'ab xx cd', 'a|b xx cd'],
  ['behind what was put in', 'ab c|d', 'ab xx cd', 'ab xx c|d'],
  ['at the end', 'ab|', 'ab cd', 'ab cd|'],
  ['at the end of a shorter text', 'ab cd|', 'ab', 'ab|'],
  ['in words that are gone', 'ab c|d', 'x', '|x'],
])('a caret %s stays there', (_, before, after, expected) => {
  const caret = before.indexOf('|')
  const at = caretAfter(before.replace('|', ''), after, caret)
  expect(`${after.slice(0, at)}|${after.slice(at)}`).toBe(expected)
})
