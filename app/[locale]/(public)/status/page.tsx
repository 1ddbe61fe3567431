import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LookupForm } from '@/components/status/lookup-form'
import { PageHeading, Panel } from '@/components/ui/panel'
import { lookUp } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('status')
  return { title: t('title'), description: t('lead') }
}

export default async function StatusPage({
  searchParams,
}: {
  searchParams: Promise<{ reference?: string }>
}) {
  const t = await getTranslations('status')
  const reference = String((await searchParams).reference ?? '').slice(0, 40)
  const names = [
    'reference',
    'referenceHint',
    'secret',
    'secretHint',
    'submit',
    'typo',
    'nothing',
    'referenceNeeded',
    'secretNeeded',
    'codeOnly',
    'tooMany',
  ] as const
  const words = Object.fromEntries(names.map((name) => [name, t(name)])) as Record<
    (typeof names)[number],
    string
  >
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading title={t('title')} lead={t('lead')} />
      <Panel>
        <LookupForm action={lookUp} words={words} reference={reference} />
      </Panel>
    </div>
  )
}
