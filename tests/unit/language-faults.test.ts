import { expect, it } from 'vitest'
import { languageFaults } from '@/lib/guide/language-faults'
import type { GuideContent } from '@/lib/guide/schemas'

const text = (zh: string, en: string) => ({ zh, en })
const row = (id: string, title: ReturnType<typeof text>) => ({
  id,
  title,
  text: text('字', 'Words'),
})
const guide = (reasons: ReturnType<typeof row>[]): GuideContent => ({
  intro: text('字', 'Words'),
  reasons,
  materials: [row('a', text('字', 'Words'))],
  steps: [],
  aftercare: [],
})

it('finds texts that a language lacks, and leaves names and numbers alone', () => {
  const found = languageFaults(
    guide([
      row('fine', text('携带身份证', 'Bring your ID (身份证)')),
      row('name', text('eSIM', 'eSIM')),
      row('number', text('10086', '10086')),
      row('copied', text('携带身份证', '携带身份证')),
      row('untranslated', text('Bring your ID', 'Bring your ID')),
      row('chinese', text('携带身份证', '带证')),
      row('empty', text('携带身份证', ' ')),
      row('one_sided', text('', 'Bring your ID')),
    ]),
  )
  expect(found).toEqual([
    { code: 'same_in_both', where: 'reasons.copied' },
    { code: 'same_in_both', where: 'reasons.untranslated' },
    { code: 'english_missing', where: 'reasons.chinese' },
    { code: 'english_missing', where: 'reasons.empty' },
    { code: 'chinese_missing', where: 'reasons.one_sided' },
  ])
})

it('names a row once, whichever of its texts it is', () => {
  const step = {
    ...row('s', text('同', 'x')),
    kind: 'instruction' as const,
    audience: 'desk' as const,
    title: text('同', '同'),
    staff: { title: text('同', '同'), text: text('字', 'Words') },
  }
  expect(languageFaults({ ...guide([]), steps: [step] })).toEqual([
    { code: 'same_in_both', where: 'steps.s' },
  ])
})
