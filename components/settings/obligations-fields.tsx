'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormTexts } from '@/components/forms/texts'
import { Button } from '@/components/ui/button'
import { ConfirmDialog, KeepButton, closeDialogOf } from '@/components/ui/confirm-dialog'
import { TextArea, TextField } from '@/components/ui/field'
import { Tick } from '@/components/ui/tick'
import type { ObligationRow } from '@/lib/carriers/schemas'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { nameIn } from '@/lib/i18n/bilingual'
import type { ErrorAt } from './settings-form'

/** What removing an obligation is told to rest on. */
export type Rests = {
  /** The requests that are not yet past review: their number, and the newest's reference. */
  resting: { count: number; newest: string | null }
  /** The same of those that wait for an obligation, by its code: it cannot be removed. */
  waiting: readonly { of: string; count: number; newest: string }[]
}

type Props = Rests & {
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
export function ObligationsFields({ items, errorAt, ...rests }: Props) {
  const t = useTranslations('settings')
  const [rows, setRows] = useState(() => items.map((item, key) => ({ key, item })))
  const [asked, ask] = useState<{ key: number; item: ObligationRow }>()
  const drop = (key: number) => setRows((before) => before.filter((row) => row.key !== key))
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
              onClick={() => (items.includes(item) ? ask({ key, item }) : drop(key))}
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
      {asked && (
        <RemovalQuestion
          {...rests}
          item={asked.item}
          remove={() => drop(asked.key)}
          close={() => ask(undefined)}
        />
      )}
    </div>
  )
}

/** Says for whom a saved obligation is no longer checked; takes effect when the form is saved. */
function RemovalQuestion({
  item,
  resting: { count, newest },
  waiting,
  remove,
  close,
}: Rests & { item: ObligationRow; remove(): void; close(): void }) {
  const t = useTranslations('settings.obligation.removeAsk')
  const { settings, faults } = useFormTexts()
  const name = nameIn(useLocale(), item)
  const waits = waiting.find(({ of }) => of === item.code)
  const ofReference = (reference: string | null) => (reference ? groupReference(reference) : '')
  const text = waits
    ? t('waiting', { count: waits.count, newest: ofReference(waits.newest) })
    : t(count > 0 ? 'resting' : 'none', { count, newest: ofReference(newest) })
  return (
    <ConfirmDialog title={t('title', { name })} text={<p>{text}</p>} close={close}>
      <div className="flex flex-wrap gap-3">
        {!waits && (
          <Button
            type="button"
            look="danger"
            onClick={({ currentTarget }) => {
              closeDialogOf(currentTarget)
              remove()
            }}
          >
            {t('confirm', { name, count })}
          </Button>
        )}
        <KeepButton>{waits ? faults.close : settings.cancel}</KeepButton>
      </div>
    </ConfirmDialog>
  )
}
