'use client'
import { useSortable } from '@dnd-kit/sortable'
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { ErrorAt } from '@/components/settings/settings-form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Fold } from '@/components/ui/fold'
import type { Locale } from '@/lib/i18n/routing'
import { BilingualField } from '../bilingual-field'
import { EditedBy } from '../others-in-guide'
import type { Row } from './rows-editor'
import { WordingPreview } from './wording-preview'

type Props = {
  rowKey: number
  item: Row
  isNew: boolean
  path: string
  place: number
  last: boolean
  locale: Locale
  errorAt: ErrorAt
  experience?: string
  move: (from: number, to: number) => void
  remove: () => void
  children?: ReactNode
}

/** A row of a section: drag handle, name, collapsed fields, and the buttons that move it. */
export function GuideRow({
  rowKey,
  item,
  isNew,
  path,
  place,
  last,
  locale,
  errorAt,
  experience,
  move,
  remove,
  children,
}: Props) {
  const t = useTranslations('guides')
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } =
    useSortable({ id: rowKey })
  const [said, setSaid] = useState(item)
  const [open, setOpen] = useState(isNew)
  const { title } = said.staff ?? said
  const here = `${path.split('.')[0]}.${item.id}`
  const name = (locale === 'en' ? title.en : title.zh) || t('newRow')
  const rewrite = ({ target }: FormEvent) => {
    if (target instanceof HTMLInputElement)
      setSaid((now) => withText(now, target.name.slice(path.length + 1), target.value))
  }
  const moved = transform
    ? { transform: `translateY(${transform.y}px)`, transition }
    : { transition }
  return (
    <div
      ref={setNodeRef}
      style={moved}
      className={isDragging ? 'relative z-10 opacity-80' : undefined}
    >
      <div className="flex flex-wrap items-start gap-1 sm:flex-nowrap">
        <span
          ref={setActivatorNodeRef}
          {...listeners}
          title={t('drag')}
          aria-hidden="true"
          className={
            'mr-auto flex min-h-11 w-6 shrink-0 cursor-grab sm:mr-0 touch-none items-center justify-center ' +
            'text-quiet select-none'
          }
        >
          ≡
        </span>
        <div
          className={
            'order-last min-w-0 basis-full rounded-md border border-line bg-surface sm:order-none ' +
            'sm:flex-1 sm:basis-auto'
          }
        >
          <details
            data-place={here}
            open={open}
            onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
            onInput={rewrite}
          >
            <summary className="flex min-h-11 items-center gap-3 px-3 py-2">
              <span className="w-5 shrink-0 text-right text-quiet tabular-nums">{place + 1}</span>
              <span className="min-w-0">
                <span className="font-semibold">{name}</span>
                <EditedBy place={here} />
                {experience && <span className="block text-sm text-quiet">{experience}</span>}
              </span>
            </summary>
            <div
              id={`row-${path.split('.')[0]}-${item.id}`}
              className="grid gap-3 border-t border-line p-3"
            >
              <BilingualField
                name={`${path}.title`}
                label={item.staff ? t('customerTitle') : t('title')}
                value={item.title}
                errorAt={errorAt}
              />
              <BilingualField
                name={`${path}.text`}
                label={item.staff ? t('customerText') : t('text')}
                value={item.text}
                long
                shown={open}
                errorAt={errorAt}
              />
              {item.staff && (
                <>
                  <BilingualField
                    name={`${path}.staff.title`}
                    label={t('staffTitle')}
                    value={item.staff.title}
                    errorAt={errorAt}
                  />
                  <BilingualField
                    name={`${path}.staff.text`}
                    label={t('staffText')}
                    value={item.staff.text}
                    long
                    shown={open}
                    errorAt={errorAt}
                  />
                </>
              )}
              {children}
              <Fold title={t('id')} open={errorAt(`${path}.id`) !== undefined}>
                <TextField
                  name={`${path}.id`}
                  label={t('id')}
                  hint={t('idHint')}
                  defaultValue={item.id}
                  error={errorAt(`${path}.id`)}
                  className="max-w-xs"
                />
              </Fold>
              <div>
                <Button type="button" look="plain" onClick={remove}>
                  {t('remove')}
                </Button>
              </div>
            </div>
          </details>
          {!open && (
            <div className="grid gap-3 px-3 pb-3 sm:pl-11">
              <WordingPreview
                label={said.staff && t('for.customer')}
                title={said.title}
                text={said.text}
                locale={locale}
              />
              {said.staff && (
                <WordingPreview label={t('for.desk')} {...said.staff} locale={locale} />
              )}
            </div>
          )}
        </div>
        <Button
          type="button"
          look="plain"
          aria-label={t('up', { name })}
          disabled={place === 0}
          onClick={() => move(place, place - 1)}
          className="px-2"
        >
          ↑
        </Button>
        <Button
          type="button"
          look="plain"
          aria-label={t('down', { name })}
          disabled={last}
          onClick={() => move(place, place + 1)}
          className="px-2"
        >
          ↓
        </Button>
      </div>
    </div>
  )
}

type Sides = Pick<Row, 'title' | 'text'>

/** The row with a text written anew; `field` as the form names it: `title.zh`, `staff.text.en`. */
function withText(row: Row, field: string, value: string): Row {
  const staff = row.staff && field.startsWith('staff.')
  return staff
    ? { ...row, staff: written(row.staff as Sides, field.slice('staff.'.length), value) }
    : { ...row, ...written(row, field, value) }
}

function written({ title, text }: Sides, field: string, value: string): Sides {
  const put = (name: string, said: Sides['title']) => ({
    zh: field === `${name}.zh` ? value : said.zh,
    en: field === `${name}.en` ? value : said.en,
  })
  return { title: put('title', title), text: put('text', text) }
}
