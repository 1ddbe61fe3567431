// The GSM 7-bit default alphabet and its extension, whose characters take two places (3GPP TS
// 23.038, 6.2.1).
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡' +
  'ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const extended = '\f^{}\\[~]|€'

/** How a text travels: its alphabet, its length in that alphabet's units, and in how many parts. */
export type TextMessages = { alphabet: 'gsm7' | 'ucs2'; length: number; parts: number }

/**
 * The text messages that a text takes: 160 units in one, 153 each in several; in UCS-2, which one
 * character beyond the 7-bit alphabet requires, 70 and 67 (3GPP TS 23.040, 9.2.3.24.1). No
 * character of two units is divided between two parts.
 */
export function textMessagesOf(text: string): TextMessages {
  const characters = [...text]
  const sevenBit = characters.every((one) => basic.includes(one) || extended.includes(one))
  const [alone, each] = sevenBit ? [160, 153] : [70, 67]
  const units = characters.map((one) => (sevenBit ? (extended.includes(one) ? 2 : 1) : one.length))
  const length = units.reduce((sum, one) => sum + one, 0)
  const alphabet = sevenBit ? 'gsm7' : 'ucs2'
  if (length <= alone) return { alphabet, length, parts: 1 }
  let [parts, room] = [1, each]
  for (const one of units) {
    if (one > room) [parts, room] = [parts + 1, each]
    room -= one
  }
  return { alphabet, length, parts }
}
