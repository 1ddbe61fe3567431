import { hasLocale } from 'next-intl'
import { may, reviews, visibleStores } from '@/lib/domain/permissions'
import { currentViewer } from '@/lib/auth/viewer'
import { dayOf } from '@/lib/domain/days'
import {
  chosenSchema,
  largestChoice,
  mostChosenValues,
  storeChosen,
} from '@/lib/cancellation/rules/bulk'
import { chosenPages } from '@/lib/cancellation/queries/chosen'
import { carriersNamed } from '@/lib/carriers/queries'
import { boundFaults } from '@/lib/forms/json-bounds'
import { limitedForm } from '@/lib/forms/limited-form'
import { readJson } from '@/lib/forms/read-json'
import { nameIn } from '@/lib/i18n/bilingual'
import { routing } from '@/lib/i18n/routing'
import { csvStream } from './csv-stream'
import { rowsOf } from './rows-of'

/**
 * The chosen requests (a form whose text is escaped: up to three bytes for one) as CSV, with masked
 * numbers and names alone: what a list shows, in the order of the list.
 */
export async function POST(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !may(viewer.memberships, 'request.export'))
    return new Response(null, { status: 403 })
  const form = await limitedForm(request, 3 * largestChoice)
  const chosen = readJson(form?.get('chosen'))
  const parsed = chosenSchema.safeParse(
    boundFaults(chosen, mostChosenValues)?.length === 0 ? chosen : null,
  )
  if (!parsed.success) return new Response(null, { status: 400 })
  const asked = form?.get('locale')
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  const today = dayOf(new Date())
  const carriers = await carriersNamed()
  const pages = chosenPages(
    {
      account: viewer.id,
      reviews: reviews(viewer.memberships),
      stores: visibleStores(viewer.memberships, storeChosen(parsed.data)),
      today,
    },
    parsed.data,
  )
  return csvStream(
    `requests-${today}.csv`,
    rowsOf(
      locale,
      pages,
      Object.fromEntries(carriers.map((carrier) => [carrier.code, nameIn(locale, carrier)])),
    ),
  )
}
