'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type MouseEvent, useEffect, useState } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { AskBeforeLeaving } from '@/components/forms/ask-before-leaving'
import { FormMessages } from '@/components/forms/form-messages'
import { useFault, useFormTexts } from '@/components/forms/texts'
import { useFormAction } from '@/components/forms/use-form-action'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { FieldScope } from '@/components/ui/field-id'
import { Tabs } from '@/components/ui/tabs'
import type { CarrierSettings, ObligationRow } from '@/lib/carriers/schemas'
import { CarrierTerms, ContactFields } from './carrier-fields'
import { ObligationsFields, type Rests } from './obligations-fields'
import type { FormActionOf } from './settings-form'

type Props = Rests & {
  action: FormActionOf
  values: Record<string, string>
  carrier: CarrierSettings
  materials: readonly { id: string; name: string }[]
  obligations: readonly ObligationRow[]
  /** The tab that the address names. */
  tab?: string
}

const tabNames = ['contact', 'terms', 'obligations'] as const
type TabName = (typeof tabNames)[number]
const knownTab = (name?: string | null): TabName =>
  tabNames.find((one) => one === name) ?? 'contact'
const tabInAddress = () => knownTab(new URLSearchParams(window.location.search).get('tab'))

function putInAddress(name: string) {
  if (tabInAddress() === name) return
  const address = new URL(window.location.href)
  address.searchParams.set('tab', name)
  address.searchParams.delete('saved')
  window.history.pushState(null, '', address)
}

const contactFields = ['nameZh', 'nameEn', 'website', 'hotline']

/** The tab that a field stands in. */
function tabOf(path: string): TabName {
  if (path.startsWith('items')) return 'obligations'
  return contactFields.includes(path) ? 'contact' : 'terms'
}

/**
 * All that is set for a carrier as one form with one save. Its tabs hide fields and never unmount
 * them, so that nothing typed is lost; a message leads to its tab.
 */
export function CarrierForm({ action, values, tab, ...set }: Props) {
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
  // What removing rests on has changed: the page is read anew, and the next save confirms that.
  const router = useRouter()
  const changed = state.status === 'refused' && state.code === 'consequence_changed'
  useEffect(() => {
    if (changed) router.refresh()
  }, [changed, router])
  // Back and forward lead from tab to tab.
  const [shown, setShown] = useState(knownTab(tab))
  const show = (name: string) => {
    setShown(knownTab(name))
    putInAddress(name)
  }
  useEffect(() => {
    const follow = () => want({ name: tabInAddress() })
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])
  useEffect(() => {
    if (!wanted) return
    setShown(knownTab(wanted.name))
    putInAddress(wanted.name)
  }, [wanted])
  const titleOf = (name: TabName) => {
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
          <AskBeforeLeaving state={state} />
          <FormMessages state={state} />
        </div>
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="$tab" value={shown} />
        <Tabs
          label={t('carrier.title')}
          first={knownTab(tab)}
          onShow={show}
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
              content: (
                <ObligationsFields
                  items={set.obligations}
                  resting={set.resting}
                  waiting={set.waiting}
                  errorAt={errorAt}
                />
              ),
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
