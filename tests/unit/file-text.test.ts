import { describe, expect, it } from 'vitest'
import { fileText } from '@/lib/forms/file-text'

const utf8 = (text: string) => [...new TextEncoder().encode(text)]
// 移动 and 纸测 in GB 18030.
const [moved, paper] = [
  [0xd2, 0xc6, 0xb6, 0xaf],
  [0xd6, 0xbd, 0xb2, 0xe2],
]
const read = (...parts: readonly number[][]) => fileText(new Uint8Array(parts.flat()))

describe('the text of a file', () => {
  it.each([
    ['nothing', [], ''],
    ['ASCII', utf8('date,day\r\n'), 'date,day\r\n'],
    ['UTF-8', utf8('国庆节,😀'), '国庆节,😀'],
    ['UTF-8 with a byte-order mark', utf8('\uFEFF国庆节'), '国庆节'],
    ['GB 18030', [...paper, ...utf8(',a\r\n'), ...moved], '纸测,a\r\n移动'],
    ['GB 18030 with four bytes for one', [...paper, 0x81, 0x39, 0xee, 0x39], '纸测㐀'],
  ])('is read from %s', (_, bytes, text) => expect(read(bytes)).toEqual({ text }))

  it.each([
    [
      'a byte of neither encoding',
      [utf8('a,b\n'), [0xff, 0xfe], utf8('c')],
      { line: 2, column: 1, bytes: 'FF' },
    ],
    [
      'UTF-16, as “Unicode text” is saved',
      [[0xff, 0xfe, 0x61, 0x00]],
      { line: 1, column: 1, bytes: 'FF' },
    ],
    [
      'UTF-8 with a damaged character, which would pass for GB 18030',
      [utf8('国庆节,a\n中秋'), [0xe8], utf8(',b\n')],
      { line: 2, column: 3, bytes: 'E8' },
    ],
    [
      'GB 18030 below UTF-8, as two files put together',
      [utf8('国庆节,中秋节\n'), paper, utf8('\n')],
      { line: 2, column: 2, bytes: 'B2' },
    ],
    [
      'GB 18030 that ends within a character',
      [paper, utf8('\n'), moved, [0xd2]],
      { line: 2, column: 3, bytes: 'D2' },
    ],
    [
      'UTF-8 by its mark, and GB 18030 after it',
      [[0xef, 0xbb, 0xbf], utf8('a\n'), moved],
      { line: 2, column: 1, bytes: 'D2 C6' },
    ],
  ])('is refused by line for %s', (_, parts, fault) => expect(read(...parts)).toEqual({ fault }))
})
