import type { Metadata } from 'next'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { PageHeading, Panel } from '@/components/ui/panel'
import { nameIn } from '@/lib/i18n/bilingual'
import { groupReference, readReference } from '@/lib/identifiers/reference'
import { type CheckedReceipt, receiptByNumber } from '@/lib/receipts/queries'

type Props = { params: Promise<{ number?: string[] }>; searchParams: Promise<{ number?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('verify')
  return { title: t('title'), description: t('lead') }
}

/** Anyone can check a receipt: by its QR code or by typing its number. */
export default async function VerifyPage({ params, searchParams }: Props) {
  const t = await getTranslations('verify')
  const typed = ((await params).number?.[0] ?? (await searchParams).number ?? '').slice(0, 40)
  const number = readReference(typed)
  const found = number && (await receiptByNumber(number))
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading title={t('title')} lead={t('lead')} />
      {found && <Genuine receipt={found} />}
      {typed && !found && <Notice tone="bad" role="alert" title={t('unknown')} className="mb-6"><p>{t('unknownText')}</p></Notice>}
      <Panel>
        <form className="grid gap-5">
          <TextField name="number" label={t('number')} autoCapitalize="characters" defaultValue={typed} />
          <Button>{t('submit')}</Button>
        </form>
      </Panel>
    </div>
  )
}

async function Genuine({ receipt }: { receipt: CheckedReceipt }) {
  const t = await getTranslations('verify')
  const format = await getFormatter()
  const locale = await getLocale()
  return (
    <Notice tone="good" role="status" title={t('genuine')} className="mb-6">
      <p className="mb-3">{t('compare')}</p>
      <Details
        items={[
          { label: t('number'), value: groupReference(receipt.number) },
          { label: t('issued'), value: format.dateTime(new Date(receipt.issuedAt), 'moment') },
          receipt.numberMasked ? { label: t('phone'), value: receipt.numberMasked } : null,
          receipt.carrier && { label: t('carrier'), value: nameIn(locale, receipt.carrier) },
        ]}
      />
    </Notice>
  )
}
