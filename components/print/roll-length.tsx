'use client'
import { useEffect } from 'react'
import type { Paper } from '@/lib/domain/coded-values'

const millimetre = 96 / 25.4

/**
 * Makes the printed page as long as the sheet, so that a roll is cut below it: style sheets alone
 * know no page "as long as its content". While nothing is shown the page keeps its 297 mm.
 */
export function RollLength({ paper }: { paper: Exclude<Paper, 'a4'> }) {
  useEffect(() => {
    const style = new CSSStyleSheet()
    const sheets = [...document.querySelectorAll<HTMLElement>(`.sheet-${paper}`)]
    const fit = () => {
      const longest = Math.max(...sheets.map((sheet) => sheet.offsetHeight))
      const [, width = ''] = paper.split('_')
      if (longest > 0)
        style.replaceSync(
          `@page ${paper} { size: ${width}mm ${Math.ceil(longest / millimetre) + 1}mm }`,
        )
    }
    const observer = new ResizeObserver(fit)
    for (const sheet of sheets) observer.observe(sheet)
    document.adoptedStyleSheets.push(style)
    return () => {
      observer.disconnect()
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== style)
    }
  }, [paper])
  return null
}
