import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import type { GuideFault } from '@/lib/guide/checks'

/** The faults that block publishing, each linked to its row. */
export async function FaultList({
  faults,
  place,
}: {
  faults: readonly GuideFault[]
  place: (where: string) => string
}) {
  const t = await getTranslations('guides')
  if (faults.length === 0) return null
  return (
    <Notice tone="bad" title={t('faults')}>
      <ul className="list-disc pl-5">
        {faults.map(({ code, where, what }) => (
          <li key={`${code}${where}${what}`}>
            {t(`fault.${code}`, { where: place(where), what: what ?? '' })}
            {where.includes('.') && (
              <>
                {' '}
                <a href={`#row-${where.replace('.', '-')}`} className="underline">
                  {t('goThere')}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
