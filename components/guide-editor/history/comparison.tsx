import clsx from 'clsx'
import { getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import {
  type ComparedRow,
  type ComparedSection,
  compareGuides,
  countChanges,
} from '@/lib/guide/comparison'
import { draftSchema } from '@/lib/guide/draft'
import type { Bilingual, GuideContent } from '@/lib/guide/schemas'
import { inLocale } from '@/lib/i18n/bilingual'
import { guideWording } from '../wording'
import { ChangedWords } from './changed-words'

type Wording = Awaited<ReturnType<typeof guideWording>>
type TitleOf = (section: ComparedSection['section'], id: string) => string

/** Two contents of a guide, word by word and in both languages; what stayed is folded. */
export async function Comparison({ before, after }: { before: GuideContent; after: GuideContent }) {
  const t = await getTranslations('guideHistory')
  const guides = await getTranslations('guides')
  const locale = await getLocale()
  const wording = await guideWording(locale, [draftSchema.parse(after), draftSchema.parse(before)])
  const compared = compareGuides(before, after)
  const counts = countChanges(compared)
  const kinds = (['changed', 'added', 'removed', 'moved'] as const).filter((kind) => counts[kind])
  if (kinds.length === 0) return <p>{t('noDifference')}</p>
  const titleOf: TitleOf = (section, id) => {
    if (section === 'intro') return guides('section.intro')
    type Named = { id: string; title: Bilingual; staff?: { title: Bilingual } }
    const rows: readonly Named[] = [...after[section], ...before[section]]
    const row = rows.find((one) => one.id === id)
    return (row && inLocale(locale, (row.staff ?? row).title)) || id
  }
  return (
    <div className="grid gap-6">
      <div className="grid gap-1">
        <p className="font-semibold">
          {kinds.map((kind) => t(`counts.${kind}`, { count: counts[kind] })).join(' · ')}
        </p>
        <p className="text-sm text-quiet">
          <del className="rounded-sm bg-bad-soft text-bad">{t('legend.removed')}</del>{' '}
          <ins className="rounded-sm bg-good-soft text-good">{t('legend.added')}</ins>{' '}
          <span
            className={
              'rounded-sm bg-warn-soft text-warn underline decoration-double underline-offset-4'
            }
          >
            {t('legend.restyled')}
          </span>
        </p>
      </div>
      {compared.map(({ section, rows }) => {
        const isSame = rows.every((row) => row.state === 'same' && !row.moved)
        return (
          <section key={section} className="grid min-w-0 gap-4">
            <h3 className="border-b border-line pb-1 font-bold">{guides(`section.${section}`)}</h3>
            {section === 'intro' && isSame ? (
              <p className="text-sm text-quiet">{t('sameText')}</p>
            ) : (
              foldedRows(rows).map((group) =>
                Array.isArray(group) ? (
                  <details key={group[0]?.id} className="text-sm text-quiet">
                    <summary className="min-h-9 cursor-pointer py-1.5">
                      {t('sameRows', { count: group.length })}
                    </summary>
                    <ul className="list-disc pl-8">
                      {group.map(({ id }) => (
                        <li key={id}>{titleOf(section, id)}</li>
                      ))}
                    </ul>
                  </details>
                ) : (
                  <Row
                    key={group.id}
                    row={group}
                    title={section === 'intro' ? null : titleOf(section, group.id)}
                    wording={wording}
                  />
                ),
              )
            )}
          </section>
        )
      })}
    </div>
  )
}

/** The rows in their order, those that stayed as they were in groups. */
function foldedRows(rows: readonly ComparedRow[]): (ComparedRow | ComparedRow[])[] {
  const groups: (ComparedRow | ComparedRow[])[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (row.state !== 'same' || row.moved) groups.push(row)
    else if (Array.isArray(last)) last.push(row)
    else groups.push([row])
  }
  return groups
}

const edges = {
  same: 'border-edge',
  changed: 'border-accent',
  added: 'border-good',
  removed: 'border-bad',
}
const tones = { changed: 'info', added: 'good', removed: 'bad' } as const

async function Row({
  row,
  title,
  wording,
}: {
  row: ComparedRow
  title: string | null
  wording: Wording
}) {
  const t = await getTranslations('guideHistory')
  const guides = await getTranslations('guides')
  const { state, moved, texts, values } = row
  return (
    <article className={clsx('grid min-w-0 gap-3 border-l-4 pl-3 sm:pl-4', edges[state])}>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {state !== 'same' && <Badge tone={tones[state]}>{guides(`change.${state}`)}</Badge>}
        {moved && <Badge tone="warn">{guides('change.moved')}</Badge>}
        {title && <h4 className="min-w-0 font-semibold">{title}</h4>}
        {moved && <span className="text-sm text-quiet">{t('movedFrom', moved)}</span>}
      </div>
      {texts.map((text) => (
        <div key={text.field} className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
          {(['zh', 'en'] as const).map((language) => (
            <div key={language} className="min-w-0">
              <p className="text-sm text-quiet">
                {text.field === 'intro'
                  ? guides(language)
                  : wording.field(`${text.field}.${language}`)}
              </p>
              {text[language] ? (
                <ChangedWords changes={text[language]} language={language} />
              ) : (
                <p className="text-sm text-quiet">{t('sameText')}</p>
              )}
            </div>
          ))}
        </div>
      ))}
      {values.length > 0 && (
        <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
          {values.map(({ field, before, after }) => (
            <div key={field} className="contents">
              <dt className="text-quiet">{wording.field(field)}</dt>
              <dd className="min-w-0 break-words">
                {state !== 'added' && (
                  <del className="rounded-sm bg-bad-soft text-bad">
                    <span className="sr-only">{t('spoken.removed')}</span>
                    {wording.value(field, before)}
                    <span className="sr-only">{t('spoken.end')}</span>
                  </del>
                )}
                {state === 'changed' && <span aria-hidden="true"> → </span>}
                {state !== 'removed' && (
                  <ins className="rounded-sm bg-good-soft text-good">
                    <span className="sr-only">{t('spoken.added')}</span>
                    {wording.value(field, after)}
                    <span className="sr-only">{t('spoken.end')}</span>
                  </ins>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  )
}
