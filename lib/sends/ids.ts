/** The hidden field in which a form names its sending. */
export const sendField = '$attempt'

/** An id that nobody guesses: 128 bits in hexadecimal digits. By `getRandomValues`, which plain HTTP has too. */
export const newSendId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

export const isSendId = (text: string) => /^[0-9a-f]{32}$/.test(text)

/** What is known of a sending: `none` never reached the desk's work, `unknown` was at work when its process ended. */
export type SendOutcome = { outcome: 'taken' | 'refused' | 'at_work' | 'unknown' | 'none'; led: string | null }
