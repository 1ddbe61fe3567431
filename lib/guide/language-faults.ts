import type { GuideContent } from './schemas'

/** A published text that one of its languages lacks; `where` is section, id and field. */
export type LanguageFault = {
  code: 'english_missing' | 'chinese_missing' | 'same_in_both'
  where: string
}

const han = /\p{Script=Han}/u
const latin = /[a-z]/i
// A name or a number may well be the same in both languages; a phrase is not.
const phrase = /[a-z]+[^a-z\n]+[a-z]+/i

type Text = { zh: string; en: string }

function faultOf({ zh, en }: Text): LanguageFault['code'] | null {
  if (zh.trim() === en.trim()) return han.test(en) || phrase.test(en) ? 'same_in_both' : null
  if (!en.trim() || (han.test(en) && !latin.test(en))) return 'english_missing'
  return zh.trim() ? null : 'chinese_missing'
}

/**
 * Texts whose English is missing, or is Chinese, or is word for word the other language: what a
 * guide's form takes, as both fields are filled in.
 */
export function languageFaults(content: GuideContent): LanguageFault[] {
  const texts: [string, Text][] = [
    ['intro', content.intro],
    ...(['reasons', 'materials', 'aftercare'] as const).flatMap((section) =>
      content[section].flatMap(({ id, title, text }): [string, Text][] => [
        [`${section}.${id}`, title],
        [`${section}.${id}`, text],
      ]),
    ),
    ...content.steps.flatMap(({ id, title, text, staff }): [string, Text][] =>
      [title, text, staff.title, staff.text].map((one) => [`steps.${id}`, one]),
    ),
  ]
  const faults = texts.flatMap(([where, text]): LanguageFault[] => {
    const code = faultOf(text)
    return code ? [{ code, where }] : []
  })
  return faults.filter(
    ({ code, where }, place) =>
      faults.findIndex((one) => one.code === code && one.where === where) === place,
  )
}
