'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { BulkAct, Chosen } from '@/lib/cancellation/rules/bulk'
import { ColleagueSelect } from '../colleague-select'

type Props = {
  colleagues: readonly { id: string; name: string }[]
  mayApprove: boolean
  locale: string
  chosen: () => Chosen
  onAct: (act: BulkAct, assignee?: string) => void
}

/** The bulk actions on the selection; approving asks for confirmation with its consequence. */
export function BulkActs({ colleagues, mayApprove, locale, chosen, onAct }: Props) {
  const t = useTranslations('bulk')
  const [assignee, setAssignee] = useState(colleagues[0]?.id ?? '')
  const [confirming, setConfirming] = useState(false)
  if (confirming) {
    return (
      <div role="alertdialog" aria-label={t('act.approve')} className="grid gap-3">
        <p className="max-w-[44rem]">{t('confirmApprove')}</p>
        <div className="flex flex-wrap gap-2">
          <Button
            type="button"
            onClick={() => {
              setConfirming(false)
              onAct('approve')
            }}
          >
            {t('confirm')}
          </Button>
          <Button type="button" look="secondary" onClick={() => setConfirming(false)}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button type="button" look="secondary" onClick={() => onAct('claim')}>
        {t('act.claim')}
      </Button>
      <Button type="button" look="secondary" onClick={() => onAct('release')}>
        {t('act.release')}
      </Button>
      {mayApprove && (
        <>
          {colleagues.length === 0 ? (
            <span className="text-sm text-quiet">{t('assignNeedsStore')}</span>
          ) : (
            <div className="flex gap-2">
              <ColleagueSelect
                label={t('assignee')}
                colleagues={colleagues}
                value={assignee}
                onChange={({ target }) => setAssignee(target.value)}
              />
              <Button type="button" look="secondary" onClick={() => onAct('assign', assignee)}>
                {t('act.assign')}
              </Button>
            </div>
          )}
          <Button type="button" look="secondary" onClick={() => setConfirming(true)}>
            {t('act.approve')}
          </Button>
        </>
      )}
      <Button type="button" look="secondary" onClick={() => download(chosen(), locale)}>
        {t('export')}
      </Button>
    </div>
  )
}

/** Submits a separate form, so that the response is downloaded. */
function download(chosen: Chosen, locale: string) {
  const form = Object.assign(document.createElement('form'), {
    method: 'post',
    action: '/api/requests/export',
    hidden: true,
  })
  for (const [name, value] of Object.entries({ chosen: JSON.stringify(chosen), locale }))
    form.append(Object.assign(document.createElement('input'), { name, value }))
  document.body.append(form)
  form.submit()
  form.remove()
}
