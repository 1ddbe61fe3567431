'use client'
import { useTranslations } from 'next-intl'
import { FormMessages } from '@/components/forms/form-messages'
import { useFault } from '@/components/forms/texts'
import type { FormState } from '@/lib/forms/form-state'
import { type GuideSection, longestText } from '@/lib/guide/draft'
import type { Locale } from '@/lib/i18n/routing'
import { useKeeper } from './draft-keeper'

/**
 * Why the draft could not be saved: each error names its section, its row by its title, the field
 * and the language, says by how much a limit is passed, and leads there.
 */
export function DraftErrors({ state, locale }: { state: FormState; locale: Locale }) {
  const t = useTranslations('guides')
  const words = useTranslations('words')
  const fault = useFault()
  const { form } = useKeeper()
  const typed = (name: string): string => {
    const field = form.current?.elements.namedItem(name)
    return field instanceof HTMLInputElement ? field.value : ''
  }
  const rowOf = (row: string): string => {
    const own = locale === 'en' ? 'en' : 'zh'
    const titles = [`${row}.staff.title.${own}`, `${row}.title.${own}`].map(typed)
    return t('named', { name: titles.find(Boolean) ?? t('newRow') })
  }
  const label = (path: string) => {
    const [section = '', place = '', ...field] = path.split('.')
    const language = ['zh', 'en'].find((one) => one === field.at(-1) || one === place)
    const name =
      section === 'intro'
        ? t('field.intro')
        : field[0] === 'staff'
          ? t(field[1] === 'title' ? 'staffTitle' : 'staffText')
          : section === 'steps' && (field[0] === 'title' || field[0] === 'text')
            ? t(field[0] === 'title' ? 'customerTitle' : 'customerText')
            : t(`field.${field[0] as 'title'}`)
    const where =
      section === 'intro'
        ? t('section.intro')
        : `${t(`section.${section as GuideSection}`)} ${rowOf(`${section}.${place}`)}`
    const within =
      language === 'zh' || language === 'en' ? words('inBrackets', { text: t(language) }) : ''
    return `${where} · ${name}${within}`
  }
  const said = (path: string, code: string) =>
    code === 'too_long'
      ? t('length.over', { over: typed(path).length - longestText, limit: longestText })
      : fault(code)
  const known = (path: string) => (path.includes('.') ? label(path) : null)
  return <FormMessages state={state} label={known} words={said} />
}
