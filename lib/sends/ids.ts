/** The hidden field in which a form names its sending. */
export const sendField = '$attempt'

/**
 * An id that nobody guesses: 128 bits as two numbers. By `getRandomValues`, which plain HTTP has
 * too.
 */
export const newSendId = () => crypto.getRandomValues(new BigUint64Array(2)).join('-')

export const isSendId = (text: string) => /^\d{1,20}-\d{1,20}$/.test(text)

/**
 * What is known of a sending: `none` never reached the desk's work, `unknown` was at work when its
 * process ended.
 */
export type SendOutcome = {
  outcome: 'taken' | 'refused' | 'at_work' | 'unknown' | 'none'
  led: string | null
}
