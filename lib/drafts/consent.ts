import type { DraftFields } from './schemas'

/** The checkbox that records the customer's consent (C1), as its form sends it. */
export const consentField = 'consent:boolean'

const asksForConsent = (place: string) =>
  place === 'requests/new' || place.endsWith('/amend') || place.endsWith('/further')

/**
 * Whether the server may store a draft: a form that asks for consent only while its box is ticked.
 * Forms of an existing request rely on the consent given at opening.
 */
export const mayBeKept = (place: string, fields: DraftFields) =>
  !asksForConsent(place) || fields.findLast(([name]) => name === consentField)?.[1] === 'true'
