'use client'
import {
  DndContext,
  type DragEndEvent,
  PointerSensor,
  closestCenter,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ErrorAt } from '@/components/settings/settings-form'
import { Button } from '@/components/ui/button'
import type { Locale } from '@/lib/i18n/routing'
import { useKeeper } from '../draft-keeper'
import { GuideRow } from './guide-row'

type Text = { zh: string; en: string }
type Wording = { title: Text; text: Text }
/** `staff`: what the desk reads instead, in the rows that have two sides. */
export type Row = { id: string; staff?: Wording } & Wording
type Props<T extends Row> = {
  section: string
  items: readonly T[]
  blank: T
  locale: Locale
  errorAt: ErrorAt
  changed: () => void
  experience?: Record<string, string>
  more?: (item: T, path: string) => ReactNode
}

/**
 * A section's rows in order: each can be expanded, moved by handle or buttons, removed or added.
 */
export function RowsEditor<T extends Row>({
  section,
  items,
  blank,
  locale,
  errorAt,
  changed,
  experience,
  more,
}: Props<T>) {
  const t = useTranslations('guides')
  const [rows, setRows] = useState(() => items.map((item, key) => ({ key, item, isNew: false })))
  const before = useRef(rows)
  const tell = useEffectEvent(changed)
  // Row operations count as input, once they are in the form; what others did does not.
  useEffect(() => {
    if (before.current !== rows) tell()
    before.current = rows
  }, [rows])
  const { follow } = useKeeper()
  useEffect(
    () =>
      follow(section, (order) =>
        setRows((now) => {
          let key = newKey(now)
          const after = order.flatMap((one) => {
            if (typeof one !== 'number') return [{ key: key++, item: one as T, isNew: false }]
            return now[one] ?? []
          })
          before.current = after
          return after
        }),
      ),
    [follow, section],
  )

  const move = (from: number, to: number) =>
    setRows((now) => {
      const after = [...now]
      const [taken] = after.splice(from, 1)
      if (taken) after.splice(to, 0, taken)
      return after
    })
  const placeOf = (key: number | string) => rows.findIndex((row) => row.key === key)
  const dropped = ({ active, over }: DragEndEvent) =>
    over && active.id !== over.id && move(placeOf(active.id), placeOf(over.id))
  // A few pixels first, so that a click on the handle does not drag.
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }))
  return (
    <div id={`guide-rows-${section}`} tabIndex={-1} className="grid gap-2">
      <DndContext
        id={section}
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={dropped}
        accessibility={{ screenReaderInstructions: { draggable: t('dragHint') } }}
      >
        <SortableContext items={rows.map(({ key }) => key)} strategy={verticalListSortingStrategy}>
          {rows.map(({ key, item, isNew }, place) => (
            <GuideRow
              key={key}
              rowKey={key}
              item={item}
              isNew={isNew}
              path={`${section}.${place}`}
              place={place}
              last={place === rows.length - 1}
              locale={locale}
              errorAt={errorAt}
              experience={experience?.[item.id]}
              move={move}
              remove={() => setRows((now) => now.filter((row) => row.key !== key))}
            >
              {more?.(item, `${section}.${place}`)}
            </GuideRow>
          ))}
        </SortableContext>
      </DndContext>
      <div>
        <Button
          type="button"
          look="secondary"
          onClick={() =>
            setRows((now) => [
              ...now,
              {
                key: newKey(now),
                item: { ...blank, id: newCode(section) },
                isNew: true,
              },
            ])
          }
        >
          {t('addRow')}
        </Button>
      </div>
    </div>
  )
}

const newKey = (rows: readonly { key: number }[]) => Math.max(0, ...rows.map((row) => row.key)) + 1

/** A code that no other row has, such as `materials_3f9a2c1d`; nobody has to think of one. */
const newCode = (section: string) => `${section}_${crypto.randomUUID().slice(0, 8)}`
