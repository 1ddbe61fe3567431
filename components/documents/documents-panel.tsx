import { getLocale, getTranslations } from 'next-intl/server'
import { QrCode } from '@/components/print/qr-code'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Panel } from '@/components/ui/panel'
import {
  type DocumentPlace,
  documentsOf,
  judgeDocument,
  isCarrierMessage,
  judgeRemoval,
  placesOf,
  titleOfPlace,
} from '@/lib/cancellation/rules/documents'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import { localPath } from '@/lib/i18n/address'
import { slipSecrets } from '@/lib/cancellation/crypto/slip-secrets'
import { servingEnv } from '@/lib/env'
import { inLocale } from '@/lib/i18n/bilingual'
import { DocumentUpload } from './document-upload'
import { SentDocuments } from './sent-documents'
import { ViewDocument } from './view-document'

const same = (one: DocumentPlace, other: DocumentPlace) =>
  one.step === other.step && one.material === other.material

/**
 * Document copies at the desk: what was received and from whom, and the QR code for adding more
 * with the customer's phone (F5, F19).
 */
export async function DocumentsPanel({
  one: { record, situation },
  drop,
}: {
  one: OneRequest
  drop: FormActionOf
}) {
  const t = await getTranslations('documents')
  const locale = await getLocale()
  const documents = documentsOf(record)
  const places = placesOf(situation)
  const open = places.filter((place) => judgeDocument(place, situation) === null)
  const all = [
    ...places,
    ...documents.filter((stored) => !places.some((place) => same(place, stored))),
  ].filter((place, at, list) => list.findIndex((other) => same(other, place)) === at)
  const shown = all.filter(
    (place) =>
      documents.some((stored) => same(place, stored)) || open.some((one) => same(one, place)),
  )
  if (shown.length === 0)
    return (
      <Panel title={t('title')} id="documents">
        <p className="text-quiet">{t(record.photosPurged ? 'purged' : 'none')}</p>
      </Panel>
    )
  // A copy of the carrier's message is the desk's to add.
  const link = open.some((place) => !isCarrierMessage(place))
    ? servingEnv().BASE_URL +
      localPath(locale, `/s/${record.reference}/`) +
      (await slipSecrets(record.id, record.slip.serial)).link
    : null
  return (
    <Panel title={t('title')} id="documents">
      {record.photosPurged && <p className="mb-4 text-quiet">{t('purged')}</p>}
      <div className="grid gap-4">
        {shown.map((place) => {
          const title = isCarrierMessage(place)
            ? t('carrierMessage')
            : inLocale(locale, titleOfPlace(situation.guide, place, 'staff'))
          const stored = documents.filter((document) => same(document, place))
          return (
            <div
              key={`${place.step} ${place.material}`}
              className="grid gap-2 border-b border-line pb-4 last:border-0 last:pb-0"
            >
              <h3 className="font-semibold">{title}</h3>
              {stored.length > 0 && (
                <SentDocuments
                  documents={stored}
                  drop={{
                    action: drop,
                    values: { $reference: record.reference },
                    may: ({ id }) => judgeRemoval(id, situation) === null,
                  }}
                  open={
                    record.photosPurged
                      ? undefined
                      : ({ id }) => (
                          <ViewDocument reference={record.reference} id={id} label={title} />
                        )
                  }
                />
              )}
              {open.some((one) => same(one, place)) && (
                <DocumentUpload
                  reference={record.reference}
                  side="desk"
                  step={place.step}
                  material={place.material}
                  label={title}
                  quiet
                />
              )}
            </div>
          )
        })}
      </div>
      {link && (
        <details className="mt-4 border-t border-line pt-4">
          <summary className="cursor-pointer font-semibold text-accent">{t('byPhone')}</summary>
          <div className="mt-3 grid justify-items-center gap-2 text-center">
            <QrCode text={link} label={t('byPhoneText')} room={40} />
            <p className="text-sm text-quiet">{t('byPhoneText')}</p>
          </div>
        </details>
      )}
    </Panel>
  )
}
