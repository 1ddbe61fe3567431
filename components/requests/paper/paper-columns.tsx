import { getLocale, getTranslations } from 'next-intl/server'
import { paperHeader, paperNeeded } from '@/lib/cancellation/rules/paper'
import { cardTypes, channels, reasons } from '@/lib/domain/coded-values'
import { carriersAndRegions } from '@/lib/carriers/queries'
import { nameIn } from '@/lib/i18n/bilingual'
import { documentTypes } from '@/lib/domain/identifiers/document'

/** The columns of an import file, with the codes that they accept and their meaning. */
export async function PaperColumns() {
  const t = await getTranslations('paper')
  const words = await getTranslations('words')
  const locale = await getLocale()
  const { carriers } = await carriersAndRegions()
  const codes: Partial<Record<string, [string, string][]>> = {
    cardType: cardTypes.map((code) => [code, words(`cardType.${code}`)]),
    channel: channels.map((code) => [code, words(`channel.${code}`)]),
    carrier: carriers.map((carrier) => [carrier.code, nameIn(locale, carrier)]),
    documentType: documentTypes.map((code) => [code, words(`document.${code}`)]),
    reason: reasons.map((code) => [code, words(`reason.${code}`)]),
  }
  return (
    <dl className="mb-4 grid gap-2 sm:grid-cols-2">
      {paperHeader.map((name) => (
        <div key={name} className="border-l-2 border-line pl-3">
          <dt>
            <code>{name}</code>
            {paperNeeded.includes(name) && (
              <span className="ml-2 text-sm text-quiet">{t('needed')}</span>
            )}
          </dt>
          <dd className="text-sm">
            {t(`column.${name}`)}
            {codes[name] && (
              <span className="block text-quiet">
                {codes[name].map(([code, meaning]) => `${code} ${meaning}`).join(' · ')}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
