import { getTranslations } from 'next-intl/server'
import { Link } from '@/components/shell/link'
import { Panel } from '@/components/ui/panel'
import type { GuideToEdit } from '@/lib/guide/queries/editing'
import { staffDates } from '@/lib/i18n/dates'

const link = 'inline-flex min-h-9 items-center text-accent underline'

/** All revisions, newest first: each opens, is compared with the live one, or is restored. */
export async function RevisionList({ guide }: { guide: GuideToEdit }) {
  const t = await getTranslations('guides')
  const history = await getTranslations('guideHistory')
  const words = await getTranslations('words')
  if (guide.revisions.length === 0) return null
  const to = (path: string) => `/guides/${guide.id}/${path}`
  return (
    <Panel title={t('revisions')}>
      <ul className="grid gap-3">
        {guide.revisions.map(({ number, publishedAt, author, note, running }, place) => {
          const about = (
            <span className="sr-only">
              {words('colon')}
              {t('revision', { number })}
            </span>
          )
          return (
            <li key={number} className="border-l-2 border-line pl-3">
              <p>
                <strong>{t('revision', { number })}</strong>
                {place === 0 && ` · ${t('live')}`} · {t('keptBy', { count: running })}
              </p>
              {author && <p className="break-words">{note}</p>}
              <p className="text-sm text-quiet">
                {author ?? t('seeded')} · {staffDates.moment(publishedAt)}
              </p>
              <p className="flex flex-wrap gap-x-4 text-sm">
                <Link href={to(`revisions/${number}`)} className={link}>
                  {history('open')}
                  {about}
                </Link>
                {number > 1 && (
                  <Link href={to(`compare?from=${number - 1}&to=${number}`)} className={link}>
                    {history('whatChanged')}
                    {about}
                  </Link>
                )}
                {place > 0 && (
                  <Link href={to(`revisions/${number}/restore`)} className={link}>
                    {history('restore')}
                    {about}
                  </Link>
                )}
              </p>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
