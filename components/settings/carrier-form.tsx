'use client'
import { useTranslations } from 'next-intl'
import { type MouseEvent, useState } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFault, useFormTexts } from '@/components/forms/texts'
import { useFormAction } from '@/components/forms/use-form-action'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { FieldScope } from '@/components/ui/field-id'
import { Tabs } from '@/components/ui/tabs'
import type { CarrierSettings, ObligationRow } from '@/lib/carriers/schemas'
import { CarrierTerms, ContactFields } from './carrier-fields'
import { ObligationsFields } from './obligations-fields'
import type { FormActionOf } from './settings-form'

type Props = {
  action: FormActionOf
  values: Record<string, string>
  carrier: CarrierSettings
  materials: readonly { id: string; name: string }[]
  obligations: readonly ObligationRow[]
}

const contactFields = ['nameZh', 'nameEn', 'website', 'hotline']

/** The tab that a field stands in. */
function tabOf(path: string): 'contact' | 'terms' | 'obligations' {
  if (path.startsWith('items')) return 'obligations'
  return contactFields.includes(path) ? 'contact' : 'terms'
}

/**
 * All that is set for a carrier as one form with one save. Its tabs hide fields and never unmount
 * them, so that nothing typed is lost; a message leads to its tab.
 */
export function CarrierForm({ action, values, ...set }: Props) {
  const t = useTranslations('settings')
  const fault = useFault()
  const { settings } = useFormTexts()
  const { state, pending, errors, ready, formProps } = useFormAction(action)
  const errorAt = (path: string) => (errors[path] ? fault(errors[path]) : undefined)
  const faulty = Object.keys(errors)
  const [wanted, want] = useState<{ name: string }>()
  const [answered, setAnswered] = useState(state)
  if (state !== answered) {
    setAnswered(state)
    if (faulty[0] !== undefined) want({ name: tabOf(faulty[0]) })
  }
  const titleOf = (name: ReturnType<typeof tabOf>) => {
    const count = faulty.filter((path) => tabOf(path) === name).length
    return (
      <>
        {t(`carrier.${name}`)}
        {count > 0 && (
          <>
            {' '}
            <Badge tone="bad">{t('carrier.faults', { count })}</Badge>
          </>
        )}
      </>
    )
  }
  // A link of the summary has no place to go to until its tab is shown.
  const led = ({ target }: MouseEvent) => {
    const path = target instanceof HTMLAnchorElement && faulty[placeOf(target)]
    if (path) want({ name: tabOf(path) })
  }
  return (
    <FieldScope of="carrier">
      <ActionForm formProps={formProps} ready={ready} className="grid gap-5">
        <div role="presentation" onClickCapture={led}>
          <FormMessages state={state} />
        </div>
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Tabs
          label={t('carrier.title')}
          wanted={wanted}
          tabs={[
            {
              name: 'contact',
              title: titleOf('contact'),
              content: <ContactFields carrier={set.carrier} errorAt={errorAt} />,
            },
            {
              name: 'terms',
              title: titleOf('terms'),
              content: (
                <CarrierTerms carrier={set.carrier} materials={set.materials} errorAt={errorAt} />
              ),
            },
            {
              name: 'obligations',
              title: titleOf('obligations'),
              content: <ObligationsFields items={set.obligations} errorAt={errorAt} />,
            },
          ]}
        />
        <div className="sticky bottom-0 z-10 border-t border-line bg-surface py-3">
          <Button disabled={pending}>{pending ? settings.busy : t('save')}</Button>
        </div>
      </ActionForm>
    </FieldScope>
  )
}

const placeOf = (link: HTMLAnchorElement) =>
  [...(link.closest('ul')?.querySelectorAll('a') ?? [])].indexOf(link)
