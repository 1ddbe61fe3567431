import { getTranslations } from 'next-intl/server'
import { OneButtonForm } from '@/components/forms/one-button-form'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { checkDraft } from '@/lib/guide/checks'
import { differencesOf } from '@/lib/guide/differences'
import { contentOf } from '@/lib/guide/draft'
import type { GuideToEdit } from '@/lib/guide/queries'
import { NoteForm } from './note-form'

type Props = { guide: GuideToEdit; values: Record<string, string>; publish: FormActionOf; throwAway: FormActionOf }

/** What keeps the draft back, what it would change, how many running requests keep what they have; and the way to publish it. */
export async function PublishPanel({ guide, values, publish, throwAway }: Props) {
  const t = await getTranslations('guides')
  const kinds = await getTranslations('words.kind')
  if (!guide.draft) return <Panel title={t('publishTitle')}><p className="text-quiet">{t('noDraft')}</p></Panel>
  const faults = checkDraft(guide.draft.content, guide.cardType, guide.channel)
  const differences = guide.live ? differencesOf(guide.live, contentOf(guide.draft.content)) : []
  const running = guide.revisions.reduce((sum, revision) => sum + revision.running, 0)
  const where = (place: string) => (kinds.has(place as 'advice') ? kinds(place as 'advice') : place)
  return (
    <Panel title={t('publishTitle')}>
      <div className="grid gap-5">
        {faults.length > 0 && (
          <Notice tone="bad" title={t('faults')}>
            <ul className="list-disc pl-5">{faults.map(({ code, where: place }) => <li key={`${code}${place}`}>{t(`fault.${code}`, { where: where(place) })}</li>)}</ul>
          </Notice>
        )}
        <div>
          <h3 className="mb-1 font-semibold">{t('changes')}</h3>
          {differences.length === 0 ? <p className="text-quiet">{guide.live ? t('noChanges') : t('firstRevision')}</p> : (
            <ul className="grid gap-2 text-sm">
              {differences.map(({ kind, where: place, field, before, after }) => (
                <li key={`${kind}${place}${field}`} className="border-l-2 border-line pl-3">
                  <p><strong>{t(`change.${kind}`)}</strong> {place}{field && <span className="text-quiet"> · {field}</span>}</p>
                  {field && <p className="break-words"><del className="text-bad">{before || '—'}</del> → <ins className="text-good no-underline">{after || '—'}</ins></p>}
                </li>
              ))}
            </ul>
          )}
        </div>
        <p className="text-sm text-quiet">{t('running', { count: running })}</p>
        {faults.length === 0 && <NoteForm action={publish} values={values} scope="publish" save={t('publish')} />}
        <OneButtonForm look="danger" action={throwAway} values={values}>{t('throwAway')}</OneButtonForm>
      </div>
    </Panel>
  )
}
