'use client'
import { useEffect } from 'react'
import type { Paper } from '@/lib/domain/coded-values'

const millimetre = 96 / 25.4

/**
 * Makes the printed page as long as the sheet, so that a roll is cut below it: style sheets alone
 * know no page "as long as its content". A sheet that is not laid out (`hidden`) cannot be
 * measured: its page keeps its 297 mm.
 */
export function RollLength({ paper }: { paper: Exclude<Paper, 'a4'> }) {
  useEffect(() => {
    const style = new CSSStyleSheet()
    const sheets = [...document.querySelectorAll<HTMLElement>(`.sheet-${paper}`)]
    const measure = () => {
      const longest = Math.max(...sheets.map((sheet) => sheet.offsetHeight))
      const [, width = ''] = paper.split('_')
      if (longest > 0)
        style.replaceSync(
          `@page ${paper} { size: ${width}mm ${Math.ceil(longest / millimetre) + 1}mm }`,
        )
    }
    // At once, for a sheet that is printed as soon as it is there.
    measure()
    const observer = new ResizeObserver(measure)
    for (const sheet of sheets) observer.observe(sheet)
    document.adoptedStyleSheets.push(style)
    return () => {
      observer.disconnect()
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== style)
    }
  }, [paper])
  return null
}
