/** Where a file is in no encoding that is read: 1-based line and character, and the bytes there. */
export type EncodingFault = { line: number; column: number; bytes: string }
export type FileText = { text: string } | { fault: EncodingFault }

type Encoding = 'utf-8' | 'gb18030'

/**
 * The text of a file that people made: UTF-8, with or without a byte-order mark, or GB 18030, as
 * Excel saves CSV on a Chinese Windows. In any other encoding the first place that cannot be read.
 */
export function fileText(bytes: Uint8Array): FileText {
  const encoding = encodingMeant(bytes)
  const text = textIn(encoding, bytes)
  return text === null ? { fault: faultIn(encoding, bytes) } : { text: text.replace(/^\uFEFF/, '') }
}

/** Which of the two a file was meant in, also where it has faults. */
function encodingMeant(bytes: Uint8Array): Encoding {
  const marked = [0xef, 0xbb, 0xbf].every((byte, place) => bytes[place] === byte)
  if (marked || textIn('utf-8', bytes) !== null) return 'utf-8'
  // GB 18030 read as UTF-8 is mostly replacement characters; UTF-8 with a damaged byte is mostly
  // sound, and often passes for GB 18030, as other characters than were meant.
  const text = new TextDecoder('utf-8').decode(bytes)
  const damaged = text.match(/\uFFFD/g)?.length ?? 0
  const sound = text.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0
  return sound >= damaged ? 'utf-8' : 'gb18030'
}

/** The whole text; null where a byte does not belong into this encoding. */
function textIn(encoding: Encoding, bytes: Uint8Array, more = false): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: more })
  } catch {
    return null
  }
}

function faultIn(encoding: Encoding, bytes: Uint8Array): EncodingFault {
  const end = lengthUntilFault(encoding, bytes)
  let start = end - 1
  while (start > 0 && textIn(encoding, bytes.subarray(0, start)) === null) start -= 1
  const lines = (textIn(encoding, bytes.subarray(0, start)) ?? '').split('\n')
  const found = [...bytes.subarray(start, end)]
  // The byte that ends an unfinished character is itself sound where it is ASCII.
  if (found.length > 1 && (found.at(-1) ?? 0) < 0x80) found.pop()
  return {
    line: lines.length,
    column: [...(lines.at(-1) ?? '')].length + 1,
    bytes: found.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' '),
  }
}

/** The length of the shortest beginning that cannot be read; all, where only the end is missing. */
function lengthUntilFault(encoding: Encoding, bytes: Uint8Array): number {
  let [sound, faulty] = [0, bytes.length]
  while (faulty - sound > 1) {
    const half = (sound + faulty) >> 1
    if (textIn(encoding, bytes.subarray(0, half), true) === null) faulty = half
    else sound = half
  }
  return faulty
}
