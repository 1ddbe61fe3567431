'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextArea, TextField } from '@/components/ui/field'
import { Tick } from '@/components/ui/tick'
import type { ObligationRow } from '@/lib/carriers/schemas'
import type { ErrorAt } from './settings-form'

type Props = {
  items: readonly ObligationRow[]
  errorAt: ErrorAt
}
const blank: ObligationRow = {
  code: '',
  nameZh: '',
  nameEn: '',
  helpZh: '',
  helpEn: '',
  money: false,
}

/** The obligations to clear first, in order, with buttons to move them up and remove them. */
export function ObligationsFields({ items, errorAt }: Props) {
  const t = useTranslations('settings')
  const [rows, setRows] = useState(() => items.map((item, key) => ({ key, item })))
  const up = (place: number) =>
    setRows((before) => [
      ...before.slice(0, place - 1),
      ...before.slice(place, place + 1),
      ...before.slice(place - 1, place),
      ...before.slice(place + 1),
    ])
  return (
    <div className="grid gap-5">
      {rows.map(({ key, item }, place) => (
        <fieldset key={key} className="grid gap-3 rounded-md border border-line p-4">
          <legend className="px-1 font-semibold">{place + 1}</legend>
          <div className="grid gap-3 sm:grid-cols-3">
            <TextField
              name={`items.${place}.code`}
              label={t('obligation.code')}
              defaultValue={item.code}
              error={errorAt(`items.${place}.code`)}
            />
            <TextField
              name={`items.${place}.nameZh`}
              label={t('obligation.nameZh')}
              defaultValue={item.nameZh}
              error={errorAt(`items.${place}.nameZh`)}
            />
            <TextField
              name={`items.${place}.nameEn`}
              label={t('obligation.nameEn')}
              defaultValue={item.nameEn}
              error={errorAt(`items.${place}.nameEn`)}
            />
          </div>
          <div className="grid gap-3 sm:grid-cols-2">
            <TextArea
              name={`items.${place}.helpZh`}
              label={t('obligation.helpZh')}
              rows={2}
              defaultValue={item.helpZh}
              error={errorAt(`items.${place}.helpZh`)}
            />
            <TextArea
              name={`items.${place}.helpEn`}
              label={t('obligation.helpEn')}
              rows={2}
              defaultValue={item.helpEn}
              error={errorAt(`items.${place}.helpEn`)}
            />
          </div>
          <Tick
            name={`items.${place}.money:boolean`}
            label={t('obligation.money')}
            defaultChecked={item.money}
            error={errorAt(`items.${place}.money`)}
          />
          <div className="flex gap-2">
            {place > 0 && (
              <Button type="button" look="plain" onClick={() => up(place)}>
                {t('obligation.up')}
              </Button>
            )}
            <Button
              type="button"
              look="plain"
              onClick={() => setRows((before) => before.filter((row) => row.key !== key))}
            >
              {t('obligation.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          type="button"
          look="secondary"
          onClick={() =>
            setRows((before) => [
              ...before,
              { key: Math.max(-1, ...before.map((row) => row.key)) + 1, item: blank },
            ])
          }
        >
          {t('obligation.add')}
        </Button>
      </div>
    </div>
  )
}
