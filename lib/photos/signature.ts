/**
 * Whether bytes are a PNG, JPEG or WebP by their signature: checked before any decoder reads an
 * untrusted file.
 */
export function isPhoto(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12))
  return (
    head.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')) ||
    head.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')) ||
    (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP')
  )
}
