import { getLocale, getTranslations } from 'next-intl/server'
import { Panel } from '@/components/ui/panel'
import { fieldsOf } from '@/lib/guide/differences'
import { draftSchema, sections } from '@/lib/guide/draft'
import type { Bilingual, GuideContent } from '@/lib/guide/schemas'
import { guideWording } from '../wording'
import { BothLanguages } from './both-languages'

type Side = { title: Bilingual; text: Bilingual }
type Item = Side & { id: string; staff?: Side }

/**
 * A whole version to read, in both languages beside each other: what customers read, what staff
 * read, and what each row asks or records.
 */
export async function VersionText({ content }: { content: GuideContent }) {
  const t = await getTranslations('guideHistory')
  const guides = await getTranslations('guides')
  const words = await getTranslations('words')
  const wording = await guideWording(await getLocale(), [draftSchema.parse(content)])
  return (
    <div className="grid gap-6">
      <Panel title={guides('section.intro')}>
        <BothLanguages text={content.intro} />
      </Panel>
      {sections.map((section) => {
        const items: readonly Item[] = content[section]
        return (
          <Panel key={section} id={section} title={guides(`section.${section}`)}>
            <ol className="grid gap-6">
              {items.map((item, place) => (
                <li
                  key={item.id}
                  className="grid min-w-0 gap-3 border-l-2 border-line pl-3 sm:pl-4"
                >
                  <p className="text-sm text-quiet">
                    {t('place', { place: place + 1 })}
                    {rowFacts(item, wording, words('colon')).map(({ field, said }) => (
                      <span key={field}>
                        {' · '}
                        {said}
                      </span>
                    ))}
                  </p>
                  <BothLanguages label={item.staff && t('forCustomer')} {...item} />
                  {item.staff && <BothLanguages label={t('forStaff')} {...item.staff} />}
                </li>
              ))}
            </ol>
          </Panel>
        )
      })}
    </div>
  )
}

type Wording = Awaited<ReturnType<typeof guideWording>>

/** What a row says besides its texts, in words. */
const rowFacts = (item: Item, wording: Wording, colon: string) =>
  [...fieldsOf(item)].flatMap(([field, value]) => {
    if (field === 'id' || /\.(zh|en)$/.test(field) || value === '') return []
    const name = wording.field(field)
    return [
      { field, said: value === 'true' ? name : `${name}${colon}${wording.value(field, value)}` },
    ]
  })
