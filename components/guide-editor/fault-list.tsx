import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import type { GuideFault } from '@/lib/guide/checks'

type Props = {
  faults: readonly GuideFault[]
  place: (where: string) => string
  fieldAt: (at: string) => string | null
}

/** The faults that block publishing, each with its field and language, and leading there. */
export async function FaultList({ faults, place, fieldAt }: Props) {
  const t = await getTranslations('guides')
  if (faults.length === 0) return null
  return (
    <Notice tone="bad" title={t('faults')}>
      <ul className="list-disc pl-5">
        {faults.map(({ code, where, at, what }) => {
          // The code says the language itself.
          const field = fieldAt(/_(zh|en)$/.test(code) ? at.replace(/\.(zh|en)$/, '') : at)
          const named = [place(where), field].filter(Boolean).join(' · ')
          return (
            <li key={`${code}${at}${what}`}>
              <a href={`#${addressOf(at)}`} className="underline">
                {t(`fault.${code}`, { where: named, what: what ?? '' })}
              </a>
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

/** A field's id in the form, as `useFieldId` makes it of the name, or a whole section's. */
const addressOf = (at: string) =>
  at.includes('.') ? `field-guide-${at.replaceAll('.', '-')}` : `guide-rows-${at}`
