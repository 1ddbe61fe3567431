import { getTranslations } from 'next-intl/server'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Panel } from '@/components/ui/panel'
import type { GuideToEdit } from '@/lib/guide/queries/editing'
import { NoteForm } from './note-form'
import { staffDates } from '@/lib/i18n/dates'

/** All revisions, newest first; an earlier one can be published again. */
export async function RevisionList({
  guide,
  takeBack,
}: {
  guide: GuideToEdit
  takeBack: FormActionOf
}) {
  const t = await getTranslations('guides')
  if (guide.revisions.length === 0) return null
  return (
    <Panel title={t('revisions')}>
      <ul className="grid gap-3">
        {guide.revisions.map(({ number, publishedAt, author, note, running }, place) => (
          <li key={number} className="border-l-2 border-line pl-3">
            <p>
              <strong>{t('revision', { number })}</strong>
              {place === 0 && ` · ${t('live')}`} · {t('keptBy', { count: running })}
            </p>
            {author && <p>{note}</p>}
            <p className="text-sm text-quiet">
              {author ?? t('seeded')} · {staffDates.moment(publishedAt)}
            </p>
            {place > 0 && (
              <details className="mt-1 text-sm">
                <summary className="cursor-pointer py-1 text-accent">{t('takeBack')}</summary>
                <div className="py-2">
                  <NoteForm
                    action={takeBack}
                    values={{ $guide: guide.id, $number: String(number) }}
                    scope={`again-${number}`}
                    save={t('publishAgain', { number })}
                    look="secondary"
                  />
                </div>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
