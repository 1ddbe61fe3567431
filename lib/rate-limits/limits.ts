/**
 * Rate limits of everything that can be guessed: points per duration in seconds, over all
 * processes. Each is counted per party; none is global, since one attacker could exhaust it for
 * everybody. Where outsiders can exhaust a limit, another way in stays open (adr 25).
 */
export const rateLimits = {
  status_address: { points: 30, duration: 600 },
  /** The contact phone's last four digits, by request and address; then by request. */
  phone_from: { points: 5, duration: 3600 },
  status_reference: { points: 10, duration: 3600 },
  /** The slip's six-character code, likewise. Its 128-bit link is not counted. */
  code_from: { points: 10, duration: 3600 },
  code_reference: { points: 200, duration: 3600 },
  /** One-time codes typed by a customer, by request and address; then by request. */
  one_time_code_from: { points: 5, duration: 900 },
  one_time_code: { points: 15, duration: 900 },
  /** One-time codes that a customer tells a clerk, by the clerk's account and the request. */
  contact_code: { points: 10, duration: 3600 },
  /**
   * A clerk's access to other stores' requests, by the clerk's account: checks for a live request
   * by the recording form (one for each number typed), displacing, and transfers with a wrong
   * reference or slip.
   */
  number_check: { points: 300, duration: 3600 },
  number_check_day: { points: 1200, duration: 86_400 },
  displace: { points: 10, duration: 3600 },
  take_over: { points: 30, duration: 3600 },
  /** Copies of a person's data, by the clerk's account: the document's number may be a guess. */
  data_copy: { points: 20, duration: 3600 },
  code_sent: { points: 3, duration: 900 },
  /** One-time codes per day, by contact and purpose. */
  code_sent_to: { points: 10, duration: 86_400 },
  /** A customer's forms and receipt PDFs, by the request and the kind of access. */
  customer_form: { points: 30, duration: 900 },
  receipt_pdf: { points: 10, duration: 900 },
  verify_address: { points: 120, duration: 600 },
  question_address: { points: 10, duration: 3600 },
  api_address: { points: 60, duration: 60 },
  /** Live requests disclosed to or changed by an API key. */
  api_live_number: { points: 60, duration: 3600 },
  /** Sign-ins on unknown devices. */
  sign_in_address: { points: 50, duration: 900 },
  sign_in_from: { points: 10, duration: 900 },
  sign_in_account: { points: 100, duration: 900 },
  /** Sign-ins on a device known for the account, by both. */
  sign_in_device: { points: 10, duration: 900 },
  /** The password within an open session: unlocking, and changing credentials. */
  password_session: { points: 10, duration: 900 },
  /** Codes by which an administrator confirms an account's owner, by access grant. */
  owner_code: { points: 10, duration: 3600 },
  /** Links by which somebody chooses a password: made, by administrator; then by account. */
  link_made_by: { points: 60, duration: 3600 },
  link_made_for: { points: 5, duration: 3600 },
  /** Links cannot be guessed: this bounds the work. */
  link_address: { points: 60, duration: 600 },
  /** Passkeys cannot be guessed: this bounds the work of verification. */
  passkey_address: { points: 120, duration: 600 },
  /** Codes of the second factor, by account and address or known device; then by account. */
  second_factor_from: { points: 5, duration: 900 },
  second_factor: { points: 30, duration: 900 },
} as const
export type RateLimit = keyof typeof rateLimits
/** A limit and the key that it counts by. */
export type Counted = readonly [RateLimit, string]

/**
 * Wrong guesses of the last four digits in a request's lifetime; afterwards only the slip gives
 * access.
 */
export const maxPhoneGuesses = 50

/**
 * Wrong one-time codes in a request's lifetime, by purpose; afterwards only the slip gives access.
 */
export const maxWrongCodes = 50
