'use client'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { FormMessages } from '@/components/forms/form-messages'
import { Button } from '@/components/ui/button'
import { type Alternative, alternatives } from '@/lib/domain/coded-values'
import { type FormState, idle } from '@/lib/forms/form-state'
import type { RecordChoices } from './record-values'

export type NoteAlternative = (before: FormState, form: FormData) => Promise<FormState>
type Props = { choices: RecordChoices; noteAlternative: NoteAlternative }

/**
 * What the customer can do instead of cancelling (P21). What is chosen is counted for the reports,
 * with nothing about the customer, who has not consented to anything.
 */
export function Alternatives({ choices, noteAlternative }: Props) {
  const t = useTranslations('record.alternatives')
  const names = useTranslations('words.alternative')
  const [pending, start] = useTransition()
  const [noted, setNoted] = useState<Alternative | null>(null)
  const [state, setState] = useState<FormState>(idle)
  const { store, carrier, channel } = choices
  const note = (alternative: Alternative) =>
    start(async () => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ store, carrier, channel, alternative }))
        form.set(name, value)
      const answer = await noteAlternative(idle, form)
      setState(answer)
      setNoted(answer.status === 'done' ? alternative : null)
    })
  return (
    <div className="grid gap-3">
      <ul className="grid gap-3">
        {alternatives.map((alternative) => (
          <li key={alternative}>
            <p>
              <strong>{names(alternative)}</strong>
              <br />
              {t(alternative)}
            </p>
            {store && carrier && noted === null && (
              <Button
                type="button"
                look="secondary"
                className="mt-1"
                disabled={pending}
                aria-label={t('chosenOf', { name: names(alternative) })}
                onClick={() => note(alternative)}
              >
                {t('chosen')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <FormMessages state={state.status === 'done' ? idle : state} />
      <p role="status" className="font-semibold">
        {noted && t('noted', { name: names(noted) })}
      </p>
    </div>
  )
}
