'use client'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Button } from '@/components/ui/button'
import { useFieldId } from '@/components/ui/field-id'
import { Panel } from '@/components/ui/panel'
import type { OpenConflict } from '@/lib/guide/own-words'
import { type GuidePlace, hasRow, valueAt } from '@/lib/guide/place'
import { staffDates } from '@/lib/i18n/dates'
import type { Locale } from '@/lib/i18n/routing'
import { useKeeper } from './draft-keeper'
import { wordingOf } from './wording-of'

/**
 * What this editor and somebody else both changed, side by side: each is decided by one click.
 * Until then the editor's own words stand in the field and the others' in the draft.
 */
export function ConflictList() {
  const t = useTranslations('guides.conflict')
  const { conflicts } = useKeeper()
  if (conflicts.length === 0) return null
  return (
    <Panel id="guide-conflicts" title={t('title', { count: conflicts.length })}>
      <p className="mb-3 text-sm">{t('lead')}</p>
      <ul className="grid gap-4">
        {conflicts.map((conflict) => (
          <li key={placeKey(conflict)} className="border-l-4 border-warn pl-3">
            <Conflict conflict={conflict} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const placeKey = ({ section, row, field, language }: GuidePlace) =>
  [section, row, field, language].join(' ')

function Conflict({ conflict }: { conflict: OpenConflict }) {
  const t = useTranslations('guides.conflict')
  const fieldId = useFieldId()
  const { known, decide, form } = useKeeper()
  const heading = useId()
  const wording = useWording([known])
  const { section, row, field, language, mine, their } = conflict
  const where = section === 'intro' ? 'intro' : `${section}.${row}`
  const path = [field, language].filter(Boolean).join('.')
  const who = { name: their.by ?? t('somebody'), time: staffDates.moment(their.at) }
  const there = hasRow(known, conflict)
  const edit = () => {
    const name = fieldNamed(form.current, conflict)
    const target = name && document.getElementById(fieldId(name))
    if (!target) return
    for (let at = target.closest('details'); at; at = at.parentElement?.closest('details') ?? null)
      at.open = true
    target.scrollIntoView({ block: 'center' })
    target.focus()
  }
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className="font-semibold">
        {wording.place(where)}
        {field !== null && section !== 'intro' && ` · ${wording.field(path)}`}
        {field !== null && section === 'intro' && ` · ${t(language ?? 'zh')}`}
      </h3>
      {field === null ? (
        <>
          <p className="my-2">{mine === null ? t('removedByMe', who) : t('removedByThem', who)}</p>
          <div className="flex flex-wrap gap-2">
            <Button
              type="button"
              look="secondary"
              onClick={() => decide(conflict, mine === null ? 'theirs' : 'mine')}
            >
              {t('keepRow')}
            </Button>
            <Button
              type="button"
              look="danger"
              onClick={() => decide(conflict, mine === null ? 'mine' : 'theirs')}
            >
              {t('removeRow')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <div className="my-2 grid gap-3 sm:grid-cols-2">
            <Side title={t('mine')}>{wording.value(path, said(mine))}</Side>
            <Side title={there ? t('theirs', who) : t('rowGone')}>
              {there && wording.value(path, said(valueAt(known, conflict)))}
            </Side>
          </div>
          <div className="flex flex-wrap gap-2">
            {there && (
              <Button type="button" look="secondary" onClick={() => decide(conflict, 'mine')}>
                {t('useMine')}
              </Button>
            )}
            <Button type="button" look="secondary" onClick={() => decide(conflict, 'theirs')}>
              {there ? t('useTheirs') : t('dropMine')}
            </Button>
            {there && (
              <Button type="button" look="plain" onClick={edit}>
                {t('edit')}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  )
}

const Side = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="min-w-0 rounded-md border border-line bg-surface p-3">
    <p className="mb-1 text-sm font-semibold text-quiet">{title}</p>
    <p className="break-words whitespace-pre-wrap">{children}</p>
  </div>
)

const said = (value: unknown) =>
  value === null || value === undefined || value === false
    ? ''
    : Array.isArray(value)
      ? value.join(', ')
      : String(value)

/** What the form calls the field of a place; null where it has none. */
function fieldNamed(form: HTMLFormElement | null, place: GuidePlace): string | null {
  const { section, row, field, language } = place
  if (section === 'intro') return `intro.${language}`
  const codes = [...(form?.querySelectorAll<HTMLInputElement>('input[name$=".id"]') ?? [])]
  const code = codes.find((one) => one.name.startsWith(`${section}.`) && one.value === row)
  return code
    ? [code.name.slice(0, -'.id'.length), field, language].filter(Boolean).join('.')
    : null
}

function useWording(contents: Parameters<typeof wordingOf>[2]) {
  const texts = {
    t: useTranslations('guides'),
    words: useTranslations('words'),
    kind: useTranslations('words.kind'),
    walk: useTranslations('walk.phase'),
    relation: useTranslations('words.relation'),
    circumstance: useTranslations('words.circumstance'),
  }
  return wordingOf(texts, useLocale() as Locale, contents)
}
