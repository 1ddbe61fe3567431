import { getLocale, getTranslations } from 'next-intl/server'
import { Sheet } from '@/components/print/sheet'
import { SheetFacts } from '@/components/print/sheet-facts'
import { namesOf } from '@/components/requests/print-names'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import { applicantDocumentOf, holderDocumentOf } from '@/lib/cancellation/rules/persons'
import type { DataCopy } from '@/lib/data-copies/queries'
import { birthDateIn } from '@/lib/domain/identifiers/document'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { paperDates } from '@/lib/i18n/dates'
import { AuthorityText } from './authority-text'
import { CopiedSheet } from './copied-sheet'

type Props = { copy: DataCopy; store: string; large: boolean }

/**
 * Everything that the desk has about a person, to read and to keep (L3): a sheet for the person and
 * one for each request. Numbers are whole: it is given to nobody else.
 */
export async function CopySheets({ copy, store, large }: Props) {
  const { at, of, givenAt, held, acted, more } = copy
  const t = await getTranslations('dataCopy')
  const words = await getTranslations('words')
  const locale = await getLocale()
  const dates = paperDates(locale)
  const { record, identifiers, personal } = at
  const document =
    of === 'holder'
      ? holderDocumentOf(record, identifiers)
      : applicantDocumentOf(record, identifiers)
  const entered = of === 'holder' ? identifiers?.holderBirthDate : identifiers?.applicantBirthDate
  const born = entered ?? (document && birthDateIn(document.type, document.number))
  const name = of === 'holder' ? personal?.holderName : personal?.applicantName
  return (
    <>
      <Sheet large={large}>
        <h2 className="sheet-title">{t('title')}</h2>
        <p className="sheet-quiet">{t('given', { store, time: dates.moment(givenAt) })}</p>
        <SheetFacts
          facts={[
            { label: t('name'), value: name ?? '' },
            {
              label: t('document'),
              value: document
                ? [words(`document.${document.type}`), document.number, document.country]
                    .filter(Boolean)
                    .join(' ')
                : t('masked'),
            },
            born ? { label: t('birthDate'), value: dates.day(born) } : null,
          ]}
        />
        <h3 className="font-bold">{t('requests', { count: held.length })}</h3>
        {held.length === 0 && <p>{t('none')}</p>}
        <ul>
          {held.map(({ one }) => (
            <li key={one.record.id}>
              <Line one={one} />
            </li>
          ))}
        </ul>
        {more && <p>{t('more')}</p>}
        {acted.length > 0 && (
          <section className="mt-4">
            <h3 className="font-bold">{t('acted', { count: acted.length })}</h3>
            <p className="sheet-quiet">{t('actedText')}</p>
            {acted.map((one) => (
              <ActedFacts key={one.record.id} one={one} />
            ))}
          </section>
        )}
      </Sheet>
      {held.map((copied) => (
        <CopiedSheet key={copied.one.record.id} copied={copied} large={large} />
      ))}
    </>
  )
}

async function Line({ one: { record } }: { one: OneRequest }) {
  const words = await getTranslations('words')
  const dates = paperDates(await getLocale())
  return [
    groupReference(record.reference),
    words(`state.${record.state}`),
    dates.day(new Date(record.openedAt)),
  ].join(' · ')
}

/** The person's own part of a request that they make for somebody else. */
async function ActedFacts({ one }: { one: OneRequest }) {
  const t = await getTranslations('dataCopy')
  const words = await getTranslations('words')
  const { record, identifiers, personal } = one
  const document = applicantDocumentOf(record, identifiers)
  const { store } = await namesOf(record)
  return (
    <SheetFacts
      facts={[
        { label: t('reference'), value: <Line one={one} /> },
        { label: t('store'), value: store },
        { label: t('relation'), value: words(`relation.${record.relation}`) },
        { label: t('name'), value: personal?.applicantName ?? t('masked') },
        {
          label: t('document'),
          value: document
            ? `${words(`document.${document.type}`)} ${document.number}`
            : t('masked'),
        },
        record.authority && {
          label: t('authority'),
          value: <AuthorityText authority={record.authority} />,
        },
      ]}
    />
  )
}
