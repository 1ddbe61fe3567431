import { getTranslations } from 'next-intl/server'
import type { FormActionOf } from '@/components/settings/settings-form'
import type { CustomerPlace } from '@/lib/cancellation/queries/customer-acts'
import { inLocale } from '@/lib/i18n/bilingual'
import type { Locale } from '@/lib/i18n/routing'
import { DocumentUpload } from './document-upload'
import { SentDocuments } from './sent-documents'

type Props = {
  reference: string
  place: CustomerPlace
  locale: Locale
  drop: FormActionOf
  heading?: boolean
}

/** An item that a customer may send photos of, with those received. */
export async function PlaceField({
  reference,
  place: { step, material, title, documents },
  locale,
  drop,
  heading,
}: Props) {
  const t = await getTranslations('documents')
  const label = inLocale(locale, title)
  return (
    <div className="grid gap-2">
      {heading && <h3 className="font-semibold">{label}</h3>}
      {documents.length > 0 && (
        <SentDocuments
          documents={documents}
          drop={{
            action: drop,
            values: { $reference: reference },
            may: ({ byCustomer }) => byCustomer,
          }}
        />
      )}
      <DocumentUpload
        reference={reference}
        side="customer"
        step={step}
        material={material}
        label={label}
      />
      <noscript>
        <p className="text-sm text-quiet">{t('withoutScript')}</p>
      </noscript>
    </div>
  )
}
