import { describe, expect, it } from 'vitest'
import { noticeKinds, placeholderNeeded, placeholdersOf } from '@/lib/notices/kinds'
import { seededTexts } from '@/lib/notices/seed/texts'
import { placeholderFault } from '@/lib/notices/placeholder-faults'
import { filled, noticeTextSchema } from '@/lib/notices/text'
import { textMessagesOf } from '@/lib/notices/text-messages'

const faults = (kind: (typeof noticeKinds)[number], zh: string) => {
  const parsed = noticeTextSchema(kind).safeParse({
    ...seededTexts[kind],
    text: { ...seededTexts[kind].text, zh },
  })
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
}

describe('the words of a notice', () => {
  it('that an installation begins with hold only what they may, and what they need', () => {
    for (const kind of noticeKinds)
      expect(noticeTextSchema(kind).parse(seededTexts[kind])).toEqual(seededTexts[kind])
  })

  it.each([
    ['completed', '{number} 已注销 {code}', ['text.zh placeholder_unknown {code}']],
    ['completed', '{密码}', ['text.zh placeholder_unknown {密码}']],
    [
      'one_time_code',
      '您的申请 {reference}，验证码 {code}',
      ['text.zh placeholder_unknown {reference}'],
    ],
    ['one_time_code', '{minutes} 分钟内有效', ['text.zh placeholder_missing']],
    ['rejected', '未通过', ['text.zh placeholder_missing']],
    ['completed', ' ', ['text.zh required']],
    ['completed', '好'.repeat(301), ['text.zh too_long']],
    ['completed', '没有占位符也可以', []],
  ] as const)('of %s: %s', (kind, zh, expected) => expect(faults(kind, zh)).toEqual(expected))

  it('never give a code with what it belongs to, nor a full number', () => {
    expect(placeholdersOf('one_time_code')).toEqual(['code', 'minutes'])
    expect(placeholderNeeded('one_time_code')).toBe('code')
  })

  it('are filled in once; a missing value leaves nothing behind', () => {
    expect(filled('{number}：{words}。', { number: '138****8000', words: '{receipt}' })).toBe(
      '138****8000：{receipt}。',
    )
    expect(filled('a{day}b', {})).toBe('ab')
  })

  it.each([
    ['已注销 {receipt}', null],
    ['{recipt}', { code: 'placeholder_unknown', written: '{recipt}', nearest: 'receipt' }],
    ['{ receipt }', { code: 'placeholder_unknown', written: '{ receipt }', nearest: 'receipt' }],
    ['回执 {receipt', { code: 'placeholder_unclosed', written: '{receipt', nearest: 'receipt' }],
    [
      '{receipt，{number}',
      { code: 'placeholder_unclosed', written: '{receipt', nearest: 'receipt' },
    ],
    ['回执 {}。', { code: 'placeholder_empty', written: '{}', nearest: null }],
    ['number} 已', { code: 'placeholder_unopened', written: 'number}', nearest: 'number' }],
    ['｛number｝', { code: 'placeholder_wide', written: '｛number｝', nearest: 'number' }],
    ['{number}}', { code: 'placeholder_unopened', written: '}', nearest: null }],
  ] as const)('name a faulty placeholder as it was written: %s', (text, fault) =>
    expect(placeholderFault('completed', text)).toEqual(fault),
  )

  it.each([
    ['好', 'ucs2', 1, 1],
    ['好'.repeat(70), 'ucs2', 70, 1],
    ['好'.repeat(71), 'ucs2', 71, 2],
    ['好'.repeat(134), 'ucs2', 134, 2],
    ['好'.repeat(135), 'ucs2', 135, 3],
    // A character of two units is not divided: 66 and a pair need a second part.
    [`${'好'.repeat(66)}😀${'好'.repeat(66)}`, 'ucs2', 134, 3],
    ['a'.repeat(160), 'gsm7', 160, 1],
    ['a'.repeat(161), 'gsm7', 161, 2],
    ['a'.repeat(306), 'gsm7', 306, 2],
    ['a'.repeat(307), 'gsm7', 307, 3],
    ['é£Δ'.repeat(24), 'gsm7', 72, 1],
    ['€'.repeat(80), 'gsm7', 160, 1],
    // An extended character is not divided either.
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'gsm7', 306, 3],
    [`ç${'a'.repeat(70)}`, 'ucs2', 71, 2],
  ] as const)('of a text message count by its alphabet: %s', (text, alphabet, length, parts) =>
    expect(textMessagesOf(text)).toEqual({ alphabet, length, parts }),
  )
})
