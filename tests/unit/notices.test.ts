import { describe, expect, it } from 'vitest'
import { noticeKinds, placeholderNeeded, placeholdersOf } from '@/lib/notices/kinds'
import { seededTexts } from '@/lib/notices/seed/texts'
import { filled, messagesIn, noticeTextSchema } from '@/lib/notices/text'

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
    ['completed', '{number} 已注销 {code}', ['text.zh placeholder_unknown']],
    ['completed', '{密码}', ['text.zh placeholder_unknown']],
    ['one_time_code', '您的申请 {reference}，验证码 {code}', ['text.zh placeholder_unknown']],
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
    ['好', 0, 1],
    ['好', 70, 1],
    ['好', 71, 2],
    ['好', 134, 2],
    ['好', 135, 3],
    ['a', 160, 1],
    ['a', 161, 2],
    ['a', 306, 2],
    ['a', 307, 3],
    ['é', 71, 2],
  ])('of %s, %i times, are %i text messages', (letter, length, messages) =>
    expect(messagesIn(letter.repeat(length))).toBe(messages),
  )
})
