'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { BulkAct, Chosen } from '@/lib/cancellation/rules/bulk'
import { BulkActs } from './bulk-acts'
import { BulkProgress } from './bulk-progress'
import { useBulk } from './use-bulk'

type Props = {
  filter: Extract<Chosen, { all: unknown }>['all']
  /** The list continues after this page. */
  more: boolean
  colleagues: readonly { id: string; name: string }[]
  mayApprove: boolean
  locale: string
  children: ReactNode
}

/**
 * The list with its bulk actions; the bar is only shown during a selection, below the list,
 * so that no row moves away from under the pointer.
 */
export function BulkForm({ filter, more, colleagues, mayApprove, locale, children }: Props) {
  const t = useTranslations('bulk')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [count, setCount] = useState(0)
  const [all, setAll] = useState(false)
  const { run, start, stop, clear } = useBulk()
  const boxes = () => [
    ...(form.current?.querySelectorAll<HTMLInputElement>('input[name=chosen]') ?? []),
  ]
  const tickAll = (checked: boolean) => {
    for (const box of form.current?.querySelectorAll<HTMLInputElement>(
      'input[name=chosen], input[name=every]',
    ) ?? [])
      box.checked = checked
    setAll(false)
    setCount(checked ? boxes().length : 0)
  }
  const recount = (event: FormEvent<HTMLFormElement>) => {
    const box = event.target as unknown as HTMLInputElement
    if (box.name === 'every') return tickAll(box.checked)
    if (box.name !== 'chosen') return
    setAll(false)
    setCount(boxes().filter((box) => box.checked).length)
  }
  const chosen = (): Chosen =>
    all
      ? { all: filter }
      : {
          rows: boxes()
            .filter((box) => box.checked)
            .map((box) => ({
              reference: box.value.split('.')[0] ?? '',
              version: Number(box.value.split('.')[1]),
            })),
        }
  const act = async (name: BulkAct, assignee?: string) => {
    await start(name, chosen(), assignee)
    tickAll(false)
    router.refresh()
  }
  return (
    <form ref={form} onSubmit={(event) => event.preventDefault()} onChange={recount}>
      {run && <BulkProgress run={run} onStop={stop} onClose={clear} />}
      {children}
      {count > 0 && run?.state !== 'running' && (
        <section
          aria-label={t('label')}
          className={
            'sticky bottom-2 z-20 mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md ' +
            'border border-accent bg-accent-soft p-3 shadow-lg'
          }
        >
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <strong role="status">{all ? t('everythingChosen') : t('chosen', { count })}</strong>
            {more && !all && (
              <Button type="button" look="plain" onClick={() => setAll(true)}>
                {t('everything')}
              </Button>
            )}
            <Button type="button" look="plain" onClick={() => tickAll(true)}>
              {t('chooseAll')}
            </Button>
            <Button type="button" look="plain" onClick={() => tickAll(false)}>
              {t('none')}
            </Button>
          </div>
          <BulkActs
            colleagues={colleagues}
            mayApprove={mayApprove}
            locale={locale}
            chosen={chosen}
            onAct={act}
          />
        </section>
      )}
    </form>
  )
}
