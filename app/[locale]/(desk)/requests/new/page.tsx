import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { RequestForm } from '@/components/requests/record/request-form'
import { Notice } from '@/components/ui/notice'
import { type Viewer, requireViewer } from '@/lib/auth/viewer'
import { type VisitRequest, requestOfVisit } from '@/lib/cancellation/queries/same-visit'
import { groupReference, readReference } from '@/lib/domain/identifiers/reference'
import { recordOptions } from '../record-options'
import { withoutNumbers } from '../without-numbers'
import { noteAlternative, openFurtherNumber, openRequest } from './actions'

type Props = { searchParams: Promise<{ from?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('record')
  return { title: t('title') }
}

/**
 * One screen: what is asked, and beside it whether it can be done today. `from`: the request of the
 * same visit whose customer has a further number (adr 43).
 */
export default async function NewRequestPage({ searchParams }: Props) {
  const viewer = await requireViewer('request.open')
  const t = await getTranslations('record')
  const options = await recordOptions(viewer, await getLocale())
  const { from } = await searchParams
  const earlier = await earlierOf(viewer, from)
  if (earlier) return <FurtherNumber earlier={earlier} options={options} />
  const [store] = options.stores
  return (
    <>
      <h1 className="-mt-3 mb-3 text-xl font-bold">{t('title')}</h1>
      {from !== undefined && (
        <Notice tone="warn" role="status" className="mb-3">
          {t('further.nothing')}
        </Notice>
      )}
      <RequestForm
        action={openRequest}
        noteAlternative={noteAlternative}
        options={options}
        defaults={{
          store: store?.code ?? '',
          cardType: 'sim',
          channel: 'in_store',
          ...(store?.carrier && { carrier: store.carrier }),
          ...(store && { region: store.region }),
        }}
      />
    </>
  )
}

async function earlierOf(viewer: Viewer, from: string | string[] | undefined) {
  const reference = typeof from === 'string' ? readReference(from) : null
  return reference ? requestOfVisit(viewer, reference, new Date()) : null
}

async function FurtherNumber({
  earlier: { record, input, personal },
  options,
}: {
  earlier: VisitRequest
  options: Awaited<ReturnType<typeof recordOptions>>
}) {
  const t = await getTranslations('record')
  // Whether it is to be kept is asked for each number (P6).
  const { phoneNumber: _, keepNumber: __, ...taken } = withoutNumbers(input)
  return (
    <>
      <h1 className="-mt-3 mb-3 flex flex-wrap items-baseline gap-x-4 text-xl font-bold">
        {t('further.title')}
        <span className="text-base font-normal text-quiet">
          {t('further.lead', { reference: groupReference(record.reference) })}
        </span>
      </h1>
      <RequestForm
        key={record.reference}
        action={openFurtherNumber}
        noteAlternative={noteAlternative}
        options={{ ...options, stores: options.stores.filter(({ code }) => code === record.store) }}
        defaults={taken}
        further={{
          reference: record.reference,
          recorded: {
            holder: personal.holderDocumentMasked,
            applicant: personal.applicantDocumentMasked,
          },
        }}
      />
    </>
  )
}
