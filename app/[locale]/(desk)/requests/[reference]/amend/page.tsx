import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { RequestForm } from '@/components/requests/record/request-form'
import { PageHeading } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import type { OpenInput } from '@/lib/cancellation/rules/schemas'
import { inputOf } from '@/lib/cancellation/rules/particulars'
import { recordOptions } from '../../record-options'
import { requestOr404 } from '../request-or-404'
import { amendRequest } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('record')
  return { title: t('amendTitle') }
}

// Full document and card numbers stay on the server, and birth dates with them; the page shows the
// numbers' last four characters, and an empty field means "unchanged".
function withoutNumbers({ card: _, holder, applicant, ...rest }: OpenInput): OpenInput {
  const blank = ({ birthDate: _, ...document }: OpenInput['holder']['document']) => ({
    ...document,
    number: '',
  })
  return {
    ...rest,
    holder: { ...holder, document: blank(holder.document) },
    applicant:
      applicant.relation === 'self'
        ? applicant
        : { ...applicant, document: blank(applicant.document) },
  }
}

export default async function AmendPage({ params }: { params: Promise<{ reference: string }> }) {
  const viewer = await requireViewer('request.open')
  const { record, personal, identifiers, situation } = await requestOr404(
    viewer,
    (await params).reference,
  )
  // Only an open request of one's own store can be amended, and not after its data were erased.
  if (
    record.state !== 'open' ||
    !personal ||
    !identifiers ||
    !situation.actor.capacities.includes('staff')
  )
    notFound()
  const t = await getTranslations('record')
  const options = await recordOptions(viewer, await getLocale())
  return (
    <>
      <PageHeading title={t('amendTitle')} lead={t('amendLead')} />
      <RequestForm
        action={amendRequest}
        options={{ ...options, stores: options.stores.filter(({ code }) => code === record.store) }}
        defaults={withoutNumbers(inputOf(record, personal, identifiers))}
        amending={{
          reference: record.reference,
          version: record.version,
          back: `/requests/${record.reference}`,
          recorded: {
            holder: personal.holderDocumentMasked,
            applicant: personal.applicantDocumentMasked,
            iccid: personal.iccidMasked,
            eid: personal.eidMasked,
            imei: personal.imeiMasked,
          },
        }}
      />
    </>
  )
}
