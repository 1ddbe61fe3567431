import { getLocale, getTranslations } from 'next-intl/server'
import { type Relation, relations } from '@/lib/domain/coded-values'
import { anchorOf } from '@/lib/guide/address'
import type { GuideMaterial } from '@/lib/guide/schemas'
import { inLocale } from '@/lib/i18n/bilingual'
import { KeptTick } from './kept-tick'
import { RichText } from './rich-text'

/**
 * The checklist, to tick off or print: what everyone brings, then what people acting for a holder
 * bring.
 */
export async function Checklist({
  path,
  materials,
}: {
  /** The list's address: ticks are stored under it. */
  path: string
  materials: readonly GuideMaterial[]
}) {
  const t = await getTranslations('guide')
  const words = await getTranslations('words.relation')
  const locale = await getLocale()
  const forHolder = materials.filter(({ askedOf }) => !askedOf || askedOf.includes('self'))
  const others = relations.filter((relation) => relation !== 'self')
  const extraFor = (relation: Relation) =>
    materials.filter(({ askedOf }) => askedOf?.includes(relation) && !askedOf.includes('self'))
  // A material of several kinds of applicants occurs in several lists; the first one has its
  // anchor.
  const anchored = new Set<string>()
  const anchor = ({ id }: GuideMaterial) =>
    anchored.has(id) ? undefined : anchored.add(id) && anchorOf('materials', id)
  const item = (material: GuideMaterial) => (
    <li key={material.id} id={anchor(material)} className="flex gap-3">
      <KeptTick
        name={`checklist ${path} ${material.id}`}
        label={inLocale(locale, material.title)}
      />
      <div className="min-w-0 flex-1">
        <span className="block font-semibold">{inLocale(locale, material.title)}</span>
        <RichText locale={locale} className="text-sm">
          {inLocale(locale, material.text)}
        </RichText>
      </div>
    </li>
  )
  return (
    <>
      <ul className="grid gap-3">{forHolder.map(item)}</ul>
      {others.map((relation) => (
        <details key={relation} className="mt-3 border-t border-line pt-3 print:hidden">
          <summary className="min-h-9 font-semibold text-accent">
            {t('onlyFor', { who: words(relation) })}
          </summary>
          <ul className="mt-2 grid gap-3">{extraFor(relation).map(item)}</ul>
        </details>
      ))}
    </>
  )
}
