/**
 * What can be guessed, and how often it may be tried: points in seconds, for all processes
 * together. Each counts by somebody; there is none for all together, since one attacker could turn
 * it on everybody. Where a limit can be used up from outside, another way in stays open (adr 25).
 */
export const tryLimits = {
  status_address: { points: 30, duration: 600 },
  /** The contact phone's last four digits, by request and address; then by request alone. */
  phone_from: { points: 5, duration: 3600 },
  status_reference: { points: 10, duration: 3600 },
  /** The slip's code of six characters, likewise. The link of 128 bits is not counted. */
  code_from: { points: 10, duration: 3600 },
  code_reference: { points: 200, duration: 3600 },
  /** One-time codes that a customer types, by request and address; then by request alone. */
  one_time_code_from: { points: 5, duration: 900 },
  one_time_code: { points: 15, duration: 900 },
  /** One-time codes that a customer reads to a clerk, by the clerk's account and the request. */
  contact_code: { points: 10, duration: 3600 },
  /**
   * What a clerk does with other stores' requests, by the clerk's account: a check of the record
   * form that says whether a number has a live one (a form asks some twenty times as it is filled
   * in), having one made void, and taking one over by a wrong reference or slip.
   */
  number_check: { points: 300, duration: 3600 },
  number_check_day: { points: 1200, duration: 86_400 },
  displace: { points: 10, duration: 3600 },
  take_over: { points: 30, duration: 3600 },
  code_sent: { points: 3, duration: 900 },
  /** Codes that a contact is sent in a day, by the contact and what they are for. */
  code_sent_to: { points: 10, duration: 86_400 },
  /** Forms of a customer, and their receipt as PDF, by the request and how it was opened. */
  customer_form: { points: 30, duration: 900 },
  receipt_pdf: { points: 10, duration: 900 },
  verify_address: { points: 120, duration: 600 },
  question_address: { points: 10, duration: 3600 },
  api_address: { points: 60, duration: 60 },
  /** Numbers that an API key was told to have a live request, or to which it changed one's. */
  api_live_number: { points: 60, duration: 3600 },
  /** Sign-ins on devices that the account was not signed in on before. */
  sign_in_address: { points: 50, duration: 900 },
  sign_in_from: { points: 10, duration: 900 },
  sign_in_account: { points: 100, duration: 900 },
  /** Sign-ins on a device that the account was signed in on before, by both. */
  sign_in_device: { points: 10, duration: 900 },
  /** The password within an open session: unlocking, and changing what lets one in. */
  password_session: { points: 10, duration: 900 },
  /** Codes by which an administrator confirms an account's owner, by the request for access. */
  owner_code: { points: 10, duration: 3600 },
  /** Nobody guesses a passkey: this bounds the work that asking and checking make. */
  passkey_address: { points: 120, duration: 600 },
  /** Codes of the second factor, by account and address or known device; then by account alone. */
  second_factor_from: { points: 5, duration: 900 },
  second_factor: { points: 30, duration: 900 },
} as const
export type TryLimit = keyof typeof tryLimits
/** A limit and whose tries are counted by it. */
export type Counted = readonly [TryLimit, string]

/** Wrong tries at the last four digits in a request's life; after them the slip alone opens it. */
export const mostPhoneGuesses = 50

/** Wrong one-time codes in a request's life, by what they are for; after them the slip opens it. */
export const mostWrongCodes = 50
