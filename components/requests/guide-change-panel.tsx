import { getLocale, getTranslations } from 'next-intl/server'
import { OneButtonForm } from '@/components/forms/one-button-form'
import { Panel } from '@/components/ui/panel'
import { guideChange } from '@/lib/cancellation/rules/guide-change'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import type { FormState } from '@/lib/forms/form-state'
import { differencesOf } from '@/lib/guide/differences'
import type { PublishedRevision } from '@/lib/guide/queries/published'
import { inLocale } from '@/lib/i18n/bilingual'
import { staffDates } from '@/lib/i18n/dates'

type Props = {
  one: OneRequest
  present: PublishedRevision
  newer: PublishedRevision
  action: (before: FormState, form: FormData) => Promise<FormState>
}

/**
 * Shows that the guide has a newer revision and what it changes for this request, and moves the
 * request to it on demand.
 */
export async function GuideChangePanel({ one: { record }, present, newer, action }: Props) {
  const t = await getTranslations('walk.newer')
  const words = await getTranslations('words')
  const locale = await getLocale()
  const { carried } = guideChange(present.content, newer.content, record)
  const differences = differencesOf(present.content, newer.content).filter(({ where }) =>
    /^(steps|materials)\./.test(where),
  )
  const places = (kind: string) => [
    ...new Set(differences.filter((one) => one.kind === kind).map(({ where }) => titleOf(where))),
  ]
  const titleOf = (where: string) => {
    const [section = 'steps', id] = where.split('.') as ['steps' | 'materials', string]
    const item = [newer, present]
      .flatMap(({ content }) =>
        section === 'steps'
          ? content.steps.map((step) => ({ id: step.id, title: step.staff.title }))
          : content.materials,
      )
      .find((one) => one.id === id)
    return item ? inLocale(locale, item.title) : id
  }
  const lines = (['added', 'removed', 'changed'] as const)
    .map((kind) => ({ kind, names: places(kind) }))
    .filter(({ names }) => names.length)
  return (
    <Panel title={t('title')}>
      <p>
        {t('text', {
          date: staffDates.day(newer.publishedAt),
          done: Object.values(carried).filter(Boolean).length,
        })}
      </p>
      <ul className="my-2 list-disc pl-5">
        {lines.map(({ kind, names }) => (
          <li key={kind}>{t(kind, { names: names.join(words('enumerationComma')) })}</li>
        ))}
      </ul>
      <OneButtonForm
        look="secondary"
        action={action}
        values={{
          $reference: record.reference,
          $version: String(record.version),
          $revision: newer.id,
        }}
      >
        {t('move')}
      </OneButtonForm>
    </Panel>
  )
}
