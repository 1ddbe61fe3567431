'use client'
import { useTranslations } from 'next-intl'
import { TickList } from '@/components/settings/tick-list'
import { SelectField } from '@/components/ui/field'
import { Tick } from '@/components/ui/tick'
import { circumstances, relations } from '@/lib/domain/coded-values'
import type { GuideDraftContent } from '@/lib/guide/draft'

/** From whom and in which circumstances a material is requested, and what it proves. */
export function MaterialFields({
  item,
  path,
}: {
  item: GuideDraftContent['materials'][number]
  path: string
}) {
  const t = useTranslations('guides')
  const relation = useTranslations('words.relation')
  const circumstance = useTranslations('words.circumstance')
  const here = circumstances.map((value) => ({ value, label: circumstance(value) }))
  return (
    <>
      <SelectField
        name={`${path}.proves`}
        label={t('proves')}
        hint={t('provesHint')}
        defaultValue={item.proves ?? ''}
        className="max-w-sm"
      >
        <option value="">{t('provesNothing')}</option>
        {(['identity', 'right_to_act'] as const).map((value) => (
          <option key={value} value={value}>
            {t(`provesWhat.${value}`)}
          </option>
        ))}
      </SelectField>
      <TickList
        name={`${path}.askedOf`}
        legend={t('askedOf')}
        hint={t('askedOfHint')}
        options={relations.map((value) => ({ value, label: relation(value) }))}
        chosen={item.askedOf ?? []}
      />
      <TickList
        name={`${path}.when`}
        legend={t('when')}
        hint={t('whenHint')}
        options={here}
        chosen={item.when ?? []}
      />
      <TickList
        name={`${path}.unless`}
        legend={t('unless')}
        options={here}
        chosen={item.unless ?? []}
      />
      <Tick
        name={`${path}.notNoted:boolean`}
        label={t('notNoted')}
        defaultChecked={item.notNoted}
      />
    </>
  )
}
