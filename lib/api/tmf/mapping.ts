import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import type { ProductOrder, ProductOrderBody } from './schemas'
import { orderState } from './states'

/** The address below which all of TMF622's resources lie. */
export const base = '/tmf-api/productOrderingManagement/v4'

// The characteristics of the product, and where each stands in the body that opens a request.
// A Map: the caller chooses the names, and an object would know `__proto__` too.
const places = new Map<string, readonly string[]>([
  ...[
    'store',
    'cardType',
    'carrier',
    'region',
    'phoneNumber',
    'reason',
    'consent',
    'keepNumber',
  ].map((name): [string, string[]] => [name, [name]]),
  ...['iccid', 'eid', 'imei'].map((name): [string, string[]] => [name, ['card', name]]),
  ['holderDocumentType', ['holder', 'document', 'type']],
  ['holderDocumentNumber', ['holder', 'document', 'number']],
  ['holderDocumentCountry', ['holder', 'document', 'country']],
  ['contactPhone', ['contact', 'phone']],
  ['contactEmail', ['contact', 'email']],
  ['printedSlipOnly', ['contact', 'printedSlipOnly']],
])

/**
 * The body that opens a request, out of a product order; a characteristic that nobody knows is a
 * field that nobody knows.
 */
export function openingOf({ channel, relatedParty, productOrderItem }: ProductOrderBody): object {
  const opening: Record<string, unknown> = {
    channel: channel[0]?.id,
    holder: { name: relatedParty.find(({ role }) => role === 'customer')?.name ?? '' },
    keepNumber: false,
  }
  for (const { name, value } of productOrderItem[0]?.product.productCharacteristic ?? []) {
    put(opening, places.get(name) ?? [`characteristic ${name}`], value)
  }
  return opening
}

function put(
  tree: Record<string, unknown>,
  [first = '', ...rest]: readonly string[],
  value: unknown,
) {
  if (rest.length === 0) tree[first] = value
  else {
    const child = (tree[first] ?? {}) as Record<string, unknown>
    tree[first] = child
    put(child, rest, value)
  }
}

/** A request as a product order. */
export function orderOf(record: RequestRecord, phoneNumber: string | null): ProductOrder {
  const state = orderState(record)
  const end = record.promises.end
  return {
    id: record.reference,
    href: `${base}/productOrder/${record.reference}`,
    state,
    orderDate: record.openedAt,
    ...(end && !record.endedAt && { expectedCompletionDate: `${end.date}T00:00:00+08:00` }),
    ...(record.endedAt && state === 'completed' && { completionDate: record.endedAt }),
    ...(record.endedAt && state === 'cancelled' && { cancellationDate: record.endedAt }),
    channel: [{ id: record.channel, '@type': 'RelatedChannel' }],
    productOrderItem: [
      {
        id: '1',
        action: 'delete',
        state,
        '@type': 'ProductOrderItem',
        product: {
          '@type': 'Product',
          productCharacteristic: [
            { name: 'phoneNumber', value: phoneNumber ?? '' },
            { name: 'cardType', value: record.cardType },
            { name: 'carrier', value: record.carrier },
            { name: 'region', value: record.region },
            { name: 'store', value: record.store },
          ],
        },
      },
    ],
    '@type': 'ProductOrder',
  }
}
