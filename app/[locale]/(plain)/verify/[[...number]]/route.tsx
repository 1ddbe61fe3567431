import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { PlainLink } from '@/components/shell/plain-link'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { PlainTextField } from '@/components/ui/plain-fields'
import { Notice } from '@/components/ui/notice'
import { PageHeading, Panel } from '@/components/ui/panel'
import { nameIn } from '@/lib/i18n/bilingual'
import { groupReference, readReference } from '@/lib/domain/identifiers/reference'
import { customerDates } from '@/lib/i18n/dates'
import { signedTextIn } from '@/lib/receipts/check.mjs'
import { type CheckedReceipt, receiptByNumber } from '@/lib/receipts/queries'
import { readSigned } from '@/lib/receipts/sign'
import { addressOf } from '@/lib/rate-limits/address'
import { countAttempt } from '@/lib/rate-limits/commands'
import { plainPage } from '../../plain-page'

type Context = { params: Promise<{ locale: string; number?: string[] }> }

export async function GET({ url }: Request, { params }: Context) {
  const { locale, number = [] } = await params
  const [inPath] = number
  const path = inPath === undefined ? '/verify' : `/verify/${encodeURIComponent(inPath)}`
  return plainPage(locale, path, async () => {
    const t = await getTranslations('verify')
    const { searchParams } = new URL(url)
    const given = (inPath ?? onceIn(searchParams, 'number') ?? '').slice(0, 2000)
    const receipt = onceIn(searchParams, 'receipt')?.slice(0, 2000)
    const body = <Verify given={given} receipt={receipt} />
    return { title: t('title'), description: t('lead'), body }
  })
}

/** The value of a parameter that stands once in the query. */
function onceIn(query: URLSearchParams, name: string): string | undefined {
  const [value, another] = query.getAll(name)
  return another === undefined ? value : undefined
}

/** Public verification of a receipt, by its QR code or number. */
async function Verify({ given, receipt }: { given: string; receipt: string | undefined }) {
  const t = await getTranslations('verify')
  const signedText = receipt ?? (given.includes('.') ? signedTextIn(given) : null)
  if (
    (given || signedText) &&
    (await countAttempt([['verify_address', addressOf(await headers())]]))
  )
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
          <PlainTextField
            name="number"
            label={t('number')}
            autoCapitalize="characters"
            defaultValue={typed}
          />
          <Button>{t('submit')}</Button>
        </form>
      </Panel>
      <Panel title={t('offline')} className="mt-6 hidden sm:block">
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
  const locale = await getLocale()
  const dates = customerDates(locale, new Date())
  return (
    <Notice tone="good" role="status" title={t('genuine')} className="mb-6">
      <p className="mb-3">{signed ? t('signed') : t('compare')}</p>
      <Details
        items={[
          { label: t('number'), value: groupReference(receipt.number) },
          { label: t('issued'), value: dates.moment(receipt.issuedAt) },
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
