import type { RequestRecord } from './request-record'

/**
 * Whether the customer, who goes by the slip alone, has still to sign it: without a contact, the
 * signature says that nothing will be sent (P12).
 */
export const owesSignedSlip = ({
  contact,
  contactConfirmed,
}: Pick<RequestRecord, 'contact' | 'contactConfirmed'>): boolean =>
  !contact.phone && !contact.email && contactConfirmed?.how !== 'signed'
