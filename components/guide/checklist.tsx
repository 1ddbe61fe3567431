import { getLocale, getTranslations } from 'next-intl/server'
import { type Relation, relations } from '@/lib/cancellation/words'
import type { GuideMaterial } from '@/lib/guide/schemas'
import { inLocale } from '@/lib/i18n/bilingual'

/** What to bring, to be printed and ticked off: what everyone brings, then what those bring who act for a holder. */
export async function Checklist({ materials }: { materials: readonly GuideMaterial[] }) {
  const t = await getTranslations('guide')
  const words = await getTranslations('words.relation')
  const locale = await getLocale()
  const forHolder = materials.filter(({ askedOf }) => !askedOf || askedOf.includes('self'))
  const others = relations.filter((relation) => relation !== 'self')
  const extraFor = (relation: Relation) => materials.filter(({ askedOf }) => askedOf?.includes(relation) && !askedOf.includes('self'))
  const item = (material: GuideMaterial) => (
    <li key={material.id} className="flex gap-3">
      <span aria-hidden="true" className="mt-1 size-5 shrink-0 rounded-sm border-2 border-edge" />
      <span className="min-w-0">
        <span className="block font-semibold">{inLocale(locale, material.title)}</span>
        <span className="block text-sm">{inLocale(locale, material.text)}</span>
      </span>
    </li>
  )
  return (
    <>
      <ul className="grid gap-3">{forHolder.map(item)}</ul>
      {others.map((relation) => (
        <details key={relation} className="mt-3 border-t border-line pt-3 print:hidden">
          <summary className="min-h-9 font-semibold text-accent">{t('onlyFor', { who: words(relation) })}</summary>
          <ul className="mt-2 grid gap-3">{extraFor(relation).map(item)}</ul>
        </details>
      ))}
    </>
  )
}
