import { getTranslations } from 'next-intl/server'
import { Link } from '@/components/shell/link'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Named } from '@/lib/carriers/queries'
import type { Inheritance } from '@/lib/guide/queries/inheritance'
import { widerName } from './wider-name'

type Props = {
  guideId: string
  inheritance: Inheritance
  names: { carriers: readonly Named[]; regions: readonly Named[] }
}

/** On a narrower guide: in how many places it differs from the wider one; whether that is ahead. */
export async function InheritanceNotice({ guideId, inheritance, names }: Props) {
  const t = await getTranslations('inheritance')
  const { state, wider, level, differences, changes } = inheritance
  const name = await widerName(wider, names)
  const differs = t('differs', { name, count: differences.length })
  const to = (words: string) => (
    <Link href={`/guides/${guideId}/inheritance`} className={buttonClass('secondary')}>
      {words}
    </Link>
  )
  if (state === 'behind')
    return (
      <Notice
        tone="warn"
        className="mb-6"
        title={t('behind', { name, number: wider.number, count: changes.length })}
      >
        <p>
          {level && level.guideId === wider.guideId && t('levelWith', { number: level.number })}
          {differs}
        </p>
        <div className="mt-2">{to(t('lookAndTake'))}</div>
      </Notice>
    )
  return (
    <Notice className="mb-6" title={differs}>
      {state === 'taken' && <p>{t('taken', { name, number: wider.number })}</p>}
      <div className="mt-2">{to(t('look'))}</div>
    </Notice>
  )
}
