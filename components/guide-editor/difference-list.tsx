import { getTranslations } from 'next-intl/server'
import type { GuideDifference } from '@/lib/guide/differences'

type Wording = {
  place: (where: string) => string
  field: (path: string) => string
  value: (path: string, said: string) => string
}

/** What publishing would change in the live guide, in both languages. */
export async function DifferenceList({
  differences,
  wording,
}: {
  differences: readonly GuideDifference[]
  wording: Wording
}) {
  const t = await getTranslations('guides')
  return (
    <ul className="grid gap-2 text-sm">
      {differences.map(({ kind, where, field, before, after }) => (
        <li key={`${kind}${where}${field}`} className="border-l-2 border-line pl-3">
          <p>
            <strong>{t(`change.${kind}`)}</strong> {wording.place(where)}
            {field && where !== 'intro' && (
              <span className="text-quiet"> · {wording.field(field)}</span>
            )}
            {field && where === 'intro' && (
              <span className="text-quiet"> · {t(field.endsWith('.en') ? 'en' : 'zh')}</span>
            )}
          </p>
          {field && (
            <p className="break-words">
              <del className="text-bad">{wording.value(field, before ?? '')}</del> →{' '}
              <ins className="text-good no-underline">{wording.value(field, after ?? '')}</ins>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
