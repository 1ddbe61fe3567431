import { darkRuns, qrSymbol, quietZone } from '@/lib/qr-symbol'

/**
 * A QR code as SVG, sharp on any printer, within `room` mm; its text is printed beside it for
 * people who cannot scan.
 */
export function QrCode({ text, label, room }: { text: string; label: string; room: number }) {
  const symbol = qrSymbol(text, room)
  const across = symbol.modules + 2 * quietZone
  const runs = [...darkRuns(symbol)].map(
    ({ row, column, length }) =>
      `M${column + quietZone} ${row + quietZone}h${length}v1h-${length}z`,
  )
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${across} ${across}`}
      shapeRendering="crispEdges"
      width={`${symbol.side}mm`}
      height={`${symbol.side}mm`}
      className="mx-auto shrink-0 bg-white"
    >
      <path d={runs.join('')} fill="#000" />
    </svg>
  )
}
