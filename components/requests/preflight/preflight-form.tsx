import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Choice } from '@/components/ui/choice'
import { SelectField } from '@/components/ui/field'
import { Tick } from '@/components/ui/tick'
import {
  type Circumstance,
  cardTypes,
  channels,
  circumstances,
  relations,
} from '@/lib/domain/coded-values'
import { nameIn } from '@/lib/i18n/bilingual'

type Named = { code: string; name: string }
type Props = {
  options: { carriers: Named[]; regions: Named[] }
  asked: {
    cardType?: string
    channel?: string
    carrier?: string
    region?: string
    relation: string
    keep?: string
    open: string[]
    special: readonly Circumstance[]
  }
  obligations: readonly { code: string; nameZh: string; nameEn: string }[]
}

/** The questions, with answers in the query string: the page can be reloaded and revisited. */
export async function PreflightForm({ options, asked, obligations }: Props) {
  const t = await getTranslations('preflight')
  const record = await getTranslations('record')
  const words = await getTranslations('words')
  const locale = await getLocale()
  const select = (name: 'carrier' | 'region', list: Named[]) => (
    <SelectField name={name} label={record(name)} defaultValue={asked[name] ?? ''}>
      <option value="">{record('choose')}</option>
      {list.map(({ code, name: text }) => (
        <option key={code} value={code}>
          {text}
        </option>
      ))}
    </SelectField>
  )
  return (
    <form className="grid gap-5">
      <Choice
        name="cardType"
        legend={record('cardType')}
        options={cardTypes.map((value) => ({ value, label: words(`cardType.${value}`) }))}
        defaultValue={asked.cardType}
      />
      <Choice
        name="channel"
        legend={record('channel')}
        options={channels.map((value) => ({ value, label: words(`channel.${value}`) }))}
        defaultValue={asked.channel}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        {select('carrier', options.carriers)}
        {select('region', options.regions)}
      </div>
      <SelectField name="relation" label={record('relation')} defaultValue={asked.relation}>
        {relations.map((value) => (
          <option key={value} value={value}>
            {words(`relation.${value}`)}
          </option>
        ))}
      </SelectField>
      <Tick name="keep" label={t('keepNumber')} defaultChecked={asked.keep === 'true'} />
      <fieldset className="grid gap-2 sm:grid-cols-2">
        <legend className="mb-1 font-semibold">{t('special')}</legend>
        {circumstances.map((value) => (
          <Tick
            key={value}
            name="special"
            value={value}
            label={words(`circumstance.${value}`)}
            defaultChecked={asked.special.includes(value)}
          />
        ))}
      </fieldset>
      {obligations.length > 0 && (
        <fieldset className="grid gap-2">
          <legend className="mb-1 font-semibold">{t('open')}</legend>
          {obligations.map((obligation) => (
            <Tick
              key={obligation.code}
              name="open"
              value={obligation.code}
              label={nameIn(locale, obligation)}
              defaultChecked={asked.open.includes(obligation.code)}
            />
          ))}
        </fieldset>
      )}
      <div>
        <Button>{t('ask')}</Button>
      </div>
    </form>
  )
}
