import type { Metadata } from 'next'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { FormTexts } from '@/components/forms/form-texts'
import { AskForm } from '@/components/questions/ask-form'
import { PlainLink } from '@/components/shell/plain-link'
import { PageHeading, Panel } from '@/components/ui/panel'
import { statusPassFor } from '@/lib/auth/status-pass'
import { askedOnce } from '@/lib/forms/asked-once'
import { nameIn } from '@/lib/i18n/bilingual'
import { readReference } from '@/lib/domain/identifiers/reference'
import { allStores } from '@/lib/stores/queries/stores'
import { ask } from './actions'

type Asked = { reference?: string | string[]; quoted?: string | string[] }
type Props = { searchParams: Promise<Asked> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('questions')
  return { title: t('title'), description: t('lead') }
}

/** A question or complaint (F33), from the guide, the status page or a receipt. */
export default async function AskPage({ searchParams }: Props) {
  const query = await searchParams
  const quoted = askedOnce(query, 'quoted') ?? ''
  const t = await getTranslations('questions')
  const privacy = await getTranslations('privacy')
  const locale = await getLocale()
  const reference = readReference(askedOnce(query, 'reference') ?? '')
  const own = reference && (await statusPassFor(reference)) ? reference : null
  const { ask: asking, kind } = (await getMessages()).questions
  const stores = own
    ? []
    : (await allStores())
        .filter(({ closed }) => !closed)
        .map((store) => ({ code: store.code, name: nameIn(locale, store) }))
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading title={t('title')} lead={t('lead')} />
      <Panel>
        <FormTexts>
          <AskForm
            action={ask}
            words={{ ask: asking, kind }}
            reference={own}
            quoted={quoted.slice(0, 40)}
            stores={stores}
          />
        </FormTexts>
      </Panel>
      <p className="mt-4 text-sm text-quiet">{t('regulator')}</p>
      <p className="mt-2 text-sm">
        <PlainLink href="/privacy" className="text-accent underline">
          {privacy('link')}
        </PlainLink>
      </p>
    </div>
  )
}
