'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { ErrorAt } from '@/components/settings/settings-form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { BilingualField } from './bilingual-field'

type Text = { zh: string; en: string }
export type Row = { id: string; title: Text; text: Text }
type Props<T extends Row> = { section: string; items: readonly T[]; blank: T; locale: string; errorAt: ErrorAt; more?: (item: T, path: string) => ReactNode }

/** A section's rows in their order: each folds open, moves up and down by its buttons, is taken out or added. */
export function RowsEditor<T extends Row>({ section, items, blank, locale, errorAt, more }: Props<T>) {
  const t = useTranslations('guides')
  const [rows, setRows] = useState(() => items.map((item, key) => ({ key, item })))
  const swap = (place: number, other: number) =>
    setRows((before) => {
      const after = [...before]
      const [one, two] = [before[place], before[other]]
      if (one && two) [after[place], after[other]] = [two, one]
      return after
    })
  return (
    <div className="grid gap-2">
      {rows.map(({ key, item }, place) => {
        const path = `${section}.${place}`
        const name = (locale === 'en' ? item.title.en : item.title.zh) || item.id || t('newRow')
        return (
          <div key={key} className="flex items-start gap-2">
            <details open={item.id === ''} className="min-w-0 flex-1 rounded-md border border-line">
              <summary className="flex min-h-11 cursor-pointer items-center gap-3 px-3 py-2"><span className="shrink-0 text-quiet tabular-nums">{place + 1}</span> <span className="min-w-0 font-semibold">{name}</span></summary>
              <div className="grid gap-3 border-t border-line p-3">
                <TextField name={`${path}.id`} label={t('id')} defaultValue={item.id} error={errorAt(`${path}.id`)} className="max-w-xs" />
                <BilingualField name={`${path}.title`} label={t('title')} value={item.title} errorAt={errorAt} />
                <BilingualField name={`${path}.text`} label={t('text')} value={item.text} long errorAt={errorAt} />
                {more?.(item, path)}
                <div><Button type="button" look="plain" onClick={() => setRows((before) => before.filter((row) => row.key !== key))}>{t('remove')}</Button></div>
              </div>
            </details>
            <Button type="button" look="plain" aria-label={t('up', { name })} disabled={place === 0} onClick={() => swap(place, place - 1)} className="px-2">↑</Button>
            <Button type="button" look="plain" aria-label={t('down', { name })} disabled={place === rows.length - 1} onClick={() => swap(place, place + 1)} className="px-2">↓</Button>
          </div>
        )
      })}
      <div><Button type="button" look="secondary" onClick={() => setRows((before) => [...before, { key: Math.max(-1, ...before.map((row) => row.key)) + 1, item: blank }])}>{t('addRow')}</Button></div>
    </div>
  )
}
