import type { DraftFields } from './schemas'

/** The box by which the customer's consent is recorded (C1), as its form sends it. */
export const consentField = 'consent:boolean'

const asksForConsent = (place: string) => place === 'requests/new' || place.endsWith('/amend')

/**
 * Whether the server may keep a draft: a form that asks for consent only while its box is ticked.
 * Forms of a request that is there stand on the consent with which it was opened.
 */
export const mayBeKept = (place: string, fields: DraftFields) =>
  !asksForConsent(place) || fields.findLast(([name]) => name === consentField)?.[1] === 'true'
