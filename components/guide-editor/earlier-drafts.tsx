import { getTranslations } from 'next-intl/server'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Panel } from '@/components/ui/panel'
import { differencesOf } from '@/lib/guide/differences'
import { type GuideDraftContent, contentOf, draftSchema } from '@/lib/guide/draft'
import type { EarlierDraft } from '@/lib/guide/queries/drafts'
import type { GuideToEdit } from '@/lib/guide/queries/editing'
import { staffDates } from '@/lib/i18n/dates'
import { RestoreForm } from './restore-form'

type Props = { guide: GuideToEdit; drafts: readonly EarlierDraft[]; restore: FormActionOf }

/** The drafts that were discarded in the last 30 days; each can become the draft again. */
export async function EarlierDrafts({ guide, drafts, restore }: Props) {
  const t = await getTranslations('guides.earlier')
  if (drafts.length === 0) return null
  const live = contentOf(draftSchema.parse(guide.live ?? {}))
  const differing = (content: GuideDraftContent) => differencesOf(live, contentOf(content)).length
  return (
    <Panel title={t('title')}>
      <ul className="grid gap-3">
        {drafts.map(({ version, content, discardedAt, discardedBy }) => (
          <li key={version} className="border-l-2 border-line pl-3">
            <p>{t('differences', { count: differing(content) })}</p>
            <p className="text-sm text-quiet">
              {t('discarded', {
                name: discardedBy ?? '',
                time: staffDates.moment(discardedAt),
              })}
            </p>
            {!guide.draft?.planned && (
              <RestoreForm
                action={restore}
                values={{ $guide: guide.id, $version: String(version), $seen: String(guide.seen) }}
                replaced={guide.draft ? differing(guide.draft.content) : null}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
