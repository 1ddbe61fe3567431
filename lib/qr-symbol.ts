import { create } from 'qrcode'

/** A QR code drawn for a printer; lengths in mm. `dark`: rows of modules without the quiet zone. */
export type QrSymbol = {
  modules: number
  module: number
  /** The side with the quiet zone. */
  side: number
  level: 'M' | 'L'
  dark: (row: number, column: number) => boolean
}

/** Modules of light space around the symbol (ISO/IEC 18004). */
export const quietZone = 4

/** A thermal head prints 8 dots a mm: a module of whole dots has sharp edges. */
const dot = 0.125

/** What a cheap phone's camera still reads from thermal paper. */
const leastModule = 0.5

/**
 * The QR code of a text within `room` mm. Error correction M (15 %), as thermal paper is creased
 * and fades; L (7 %) where M would print modules under 0.5 mm. Never wider than the room.
 */
export function qrSymbol(text: string, room: number): QrSymbol {
  const best = drawn(text, room, 'M')
  return best.module >= leastModule ? best : drawn(text, room, 'L')
}

function drawn(text: string, room: number, level: QrSymbol['level']): QrSymbol {
  const { modules } = create(text, { errorCorrectionLevel: level })
  const across = modules.size + 2 * quietZone
  const dots = Math.floor(room / across / dot)
  const module = dots > 0 ? dots * dot : room / across
  return {
    modules: modules.size,
    module,
    side: module * across,
    level,
    dark: (row, column) => modules.get(row, column) !== 0,
  }
}

/** Runs of dark modules in a row, as column and length: a shape a run has no seams in print. */
export function* darkRuns({ modules, dark }: QrSymbol) {
  for (let row = 0; row < modules; row++)
    for (let column = 0; column < modules; column++) {
      const from = column
      while (column < modules && dark(row, column)) column++
      if (column > from) yield { row, column: from, length: column - from }
    }
}
