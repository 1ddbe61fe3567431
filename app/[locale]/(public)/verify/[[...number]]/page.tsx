import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { PlainLink } from '@/components/shell/plain-link'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { PageHeading, Panel } from '@/components/ui/panel'
import { askedOnce } from '@/lib/forms/asked-once'
import { nameIn } from '@/lib/i18n/bilingual'
import { groupReference, readReference } from '@/lib/domain/identifiers/reference'
import { signedTextIn } from '@/lib/receipts/check.mjs'
import { type CheckedReceipt, receiptByNumber } from '@/lib/receipts/queries'
import { readSigned } from '@/lib/receipts/sign'
import { addressOf } from '@/lib/tries/address'
import { countTry } from '@/lib/tries/commands'

type Asked = { number?: string | string[]; receipt?: string | string[] }
type Props = { params: Promise<{ number?: string[] }>; searchParams: Promise<Asked> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('verify')
  return { title: t('title'), description: t('lead') }
}

/** Public verification of a receipt, by its QR code or number. */
export default async function VerifyPage({ params, searchParams }: Props) {
  const t = await getTranslations('verify')
  const query = await searchParams
  const given = ((await params).number?.[0] ?? askedOnce(query, 'number') ?? '').slice(0, 2000)
  const signedText =
    askedOnce(query, 'receipt')?.slice(0, 2000) ??
    (given.includes('.') ? signedTextIn(given) : null)
  if ((given || signedText) && (await countTry([['verify_address', addressOf(await headers())]])))
    return <Notice tone="bad" role="alert" title={t('tooMany')} />
  const signed = signedText ? await readSigned(signedText) : null
  const number = signedText ? (signed?.receipt ?? null) : readReference(given)
  const found = number && (await receiptByNumber(number))
  const typed = signedText ? '' : given
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading title={t('title')} lead={t('lead')} />
      {found && <Genuine receipt={found} signed={signed !== null} />}
      {signedText && !found && (
        <Notice tone="bad" role="alert" title={t('changed')} className="mb-6">
          <p>{t('changedText')}</p>
        </Notice>
      )}
      {typed && !found && (
        <Notice tone="bad" role="alert" title={t('unknown')} className="mb-6">
          <p>{t('unknownText')}</p>
        </Notice>
      )}
      <Panel>
        <form className="grid gap-5">
          <TextField
            name="number"
            label={t('number')}
            autoCapitalize="characters"
            defaultValue={typed}
          />
          <Button>{t('submit')}</Button>
        </form>
      </Panel>
      <Panel title={t('offline')} className="mt-6">
        <p>{t('offlineText')}</p>
        <ul className="mt-2 list-disc pl-5">
          <li>
            <a href="/api/receipts/keys" className="text-accent underline">
              keys.json
            </a>{' '}
            · {t('keys')}
          </li>
          <li>
            <a href="/api/receipts/check.mjs" className="text-accent underline">
              check.mjs
            </a>{' '}
            · {t('script')}
          </li>
        </ul>
        <pre className="mt-2 whitespace-pre-wrap rounded-md bg-sunken p-2 text-sm">
          node check.mjs keys.json "…"
        </pre>
      </Panel>
    </div>
  )
}

async function Genuine({ receipt, signed }: { receipt: CheckedReceipt; signed: boolean }) {
  const t = await getTranslations('verify')
  const format = await getFormatter()
  const locale = await getLocale()
  return (
    <Notice tone="good" role="status" title={t('genuine')} className="mb-6">
      <p className="mb-3">{signed ? t('signed') : t('compare')}</p>
      <Details
        items={[
          { label: t('number'), value: groupReference(receipt.number) },
          { label: t('issued'), value: format.dateTime(new Date(receipt.issuedAt), 'moment') },
          receipt.numberMasked ? { label: t('phone'), value: receipt.numberMasked } : null,
          receipt.carrier && { label: t('carrier'), value: nameIn(locale, receipt.carrier) },
        ]}
      />
      <p className="mt-3">
        <PlainLink href={`/ask?quoted=${receipt.number}`} className="text-accent underline">
          {t('ask')}
        </PlainLink>
      </p>
    </Notice>
  )
}
