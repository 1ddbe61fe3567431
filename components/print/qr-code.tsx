import { toString as draw } from 'qrcode'

/**
 * A QR code as SVG, sharp on any printer; its text is printed beside it for people who cannot scan.
 */
export async function QrCode({
  text,
  label,
  size = '32mm',
}: {
  text: string
  label: string
  size?: string
}) {
  const svg = await draw(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
  return (
    <img
      src={`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`}
      alt={label}
      style={{ width: size, height: size }}
      className="mx-auto shrink-0 bg-white"
    />
  )
}
