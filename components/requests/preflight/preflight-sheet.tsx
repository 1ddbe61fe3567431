import { RichText } from '@/components/guide/rich-text'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Sheet } from '@/components/print/sheet'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PrintButton } from '@/components/ui/print-button'
import type { Verdict } from '@/lib/cancellation/rules/counter-check'
import type { CardType, Channel, Circumstance, Relation } from '@/lib/domain/coded-values'
import type { Path } from '@/lib/carriers/queries'
import { materialsToNote } from '@/lib/guide/resolve'
import type { GuideMaterial } from '@/lib/guide/schemas'
import { inLocale, nameIn } from '@/lib/i18n/bilingual'
import { Link } from '@/components/shell/link'

type Named = { nameZh: string; nameEn: string }
type Props = {
  verdict: Verdict
  path: { cardType: CardType; channel: Channel }
  store: Named & { phone: string }
  carrier: Named & { hotline: string }
  region: string
  relation: Relation
  circumstances: readonly Circumstance[]
  materials: readonly GuideMaterial[]
  clear: readonly (Named & { code: string; helpZh: string; helpEn: string })[]
  instead: readonly Path[]
}

/**
 * The result: possible today, or why not; what to clear and to bring, printable for the customer.
 */
export async function PreflightSheet({
  verdict,
  path,
  store,
  carrier,
  region,
  relation,
  circumstances,
  materials,
  clear,
  instead,
}: Props) {
  const t = await getTranslations('preflight')
  const demand = await getTranslations('demands')
  const words = await getTranslations('words')
  const format = await getFormatter()
  const locale = await getLocale()
  const named = ({ cardType, channel }: Path) =>
    `${words(`cardType.${cardType}`)} · ${words(`channel.${channel}`)}`
  return (
    <div className="grid gap-4">
      <Notice
        tone={verdict.can ? 'good' : 'bad'}
        role="status"
        title={verdict.can ? t('can') : t('cannot')}
        className="no-print"
      >
        {verdict.because.length > 0 && (
          <>
            <p>
              {t('because')}
              {words('colon')}
            </p>
            <ul className="list-disc pl-5">
              {verdict.because.map((name) => (
                <li key={name}>{demand(name)}</li>
              ))}
            </ul>
          </>
        )}
      </Notice>
      <div className="no-print flex flex-wrap gap-3">
        <PrintButton look="secondary">{t('print')}</PrintButton>
        {verdict.can && (
          <Link href="/requests/new" className={buttonClass('primary')}>
            {t('record')}
          </Link>
        )}
      </div>
      <Sheet>
        <h2 className="text-xl font-bold">{t('sheet')}</h2>
        <p className="text-sm text-[#444]">
          {nameIn(locale, store)} · {store.phone} ·{' '}
          {t('date', { date: format.dateTime(new Date(), 'day') })}
        </p>
        <p className="mt-3 font-semibold">
          {named(path)} · {nameIn(locale, carrier)} · {region} · {words(`relation.${relation}`)}
        </p>
        {verdict.because.length > 0 && (
          <>
            <h3 className="mt-4 font-bold">{t('because')}</h3>
            <ul className="list-disc pl-5">
              {verdict.because.map((name) => (
                <li key={name}>{demand(name)}</li>
              ))}
            </ul>
          </>
        )}
        {instead.length > 0 && (
          <p className="mt-2">
            {t('instead')}
            {words('colon')}
            {instead.map(named).join(words('semicolon'))}
          </p>
        )}
        {clear.length > 0 && (
          <>
            <h3 className="mt-4 font-bold">{t('clear')}</h3>
            <ul className="list-disc pl-5">
              {clear.map((item) => (
                <li key={item.code}>
                  {nameIn(locale, item)}
                  {words('colon')}
                  {inLocale(locale, { zh: item.helpZh, en: item.helpEn })}
                </li>
              ))}
            </ul>
          </>
        )}
        <h3 className="mt-4 font-bold">{t('bring')}</h3>
        <ul className="grid gap-1.5">
          {materialsToNote(materials, relation, circumstances).map((material) => (
            <li key={material.id} className="flex gap-2">
              <span aria-hidden="true">□</span>
              <div>
                <strong>{inLocale(locale, material.title)}</strong>
                <RichText locale={locale}>{inLocale(locale, material.text)}</RichText>
              </div>
            </li>
          ))}
        </ul>
      </Sheet>
    </div>
  )
}
