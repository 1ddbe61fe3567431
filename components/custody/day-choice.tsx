import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { DateField } from '@/components/forms/date-field'
import { SelectField } from '@/components/ui/field'

type Props = {
  stores: readonly { code: string; name: string }[]
  store: string
  day: string
  today: string
}

/** Selects store and day, in the query string, so that the page can be revisited. */
export async function DayChoice({ stores, store, day, today }: Props) {
  const t = await getTranslations('custody.day')
  return (
    <form className="no-print mb-6 flex flex-wrap items-start gap-3">
      {stores.length > 1 && (
        <SelectField name="store" label={t('store')} defaultValue={store}>
          {stores.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <DateField name="day" label={t('day')} defaultValue={day} max={today} />
      {/* Level with the fields, below their labels. */}
      <Button look="secondary" className="mt-8">
        {t('show')}
      </Button>
    </form>
  )
}
