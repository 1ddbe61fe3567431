import { getTranslations } from 'next-intl/server'
import { TickList } from '@/components/settings/tick-list'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { type Circumstance, type Relation, relations } from '@/lib/domain/coded-values'

/** Selects the kind of request and the circumstances to rehearse. */
export async function RehearsalForm({
  relation,
  possible,
  chosen,
}: {
  relation: Relation
  possible: readonly Circumstance[]
  chosen: readonly Circumstance[]
}) {
  const t = await getTranslations('guides.rehearsal')
  const words = await getTranslations('words')
  return (
    <form className="grid gap-4">
      <SelectField name="relation" label={t('who')} defaultValue={relation} className="max-w-xs">
        {relations.map((value) => (
          <option key={value} value={value}>
            {words(`relation.${value}`)}
          </option>
        ))}
      </SelectField>
      <TickList
        name="circumstance"
        plainName
        long
        legend={t('circumstances')}
        options={possible.map((value) => ({ value, label: words(`circumstance.${value}`) }))}
        chosen={chosen}
      />
      <div>
        <Button look="secondary">{t('walk')}</Button>
      </div>
    </form>
  )
}
