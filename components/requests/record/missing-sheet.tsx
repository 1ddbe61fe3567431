'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { RichText } from '@/components/guide/rich-text'
import { Sheet } from '@/components/print/sheet'
import type { VerdictToday } from '@/lib/cancellation/queries/verdict-today'
import type { Relation } from '@/lib/domain/coded-values'
import { inLocale, nameIn } from '@/lib/i18n/bilingual'
import type { StoreOption } from './record-values'
import type { useWhyNot } from './why-not'
import { paperDates } from '@/lib/i18n/dates'

type Props = {
  store: StoreOption | undefined
  whyNot: ReturnType<typeof useWhyNot>
  relation: string
  lines: readonly string[]
  clear: VerdictToday['obligations']
  bring: VerdictToday['bring']
}

/** What is missing, on paper for the customer: printed as soon as it stands on the page. */
export default function MissingSheet({ store, whyNot, relation, lines, clear, bring }: Props) {
  const t = useTranslations('preflight')
  const words = useTranslations('words')
  const locale = useLocale()
  const { named, path, carrier, region, instead } = whyNot
  useEffect(() => window.print(), [])
  return (
    <div className="print-alone">
      <Sheet>
        <h2 className="text-xl font-bold">{t('sheet')}</h2>
        <p className="text-sm text-[#444]">
          {store?.name} · {store?.phone} · {t('date', { date: paperDates(locale).day(new Date()) })}
        </p>
        <p className="mt-3 font-semibold">
          {named(path)} · {carrier} · {region} · {words(`relation.${relation as Relation}`)}
        </p>
        {lines.length > 0 && (
          <>
            <h3 className="mt-4 font-bold">{t('because')}</h3>
            <ul className="list-disc pl-5">
              {lines.map((line) => (
                <li key={line}>{line}</li>
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
          {bring.map((material) => (
            <li key={material.id} className="flex gap-2">
              <span aria-hidden="true">□</span>
              <div className="min-w-0 flex-1">
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
