// While one edits, nothing is built: pages that Next does not put together (lib/stylesheet.ts) have
// the stylesheet made anew each time they are loaded.
import { readFile } from 'node:fs/promises'
import tailwind from '@tailwindcss/postcss'
import postcss from 'postcss'

const from = 'app/globals.css'

/** @param {import('node:http').ServerResponse} response */
export async function sendStylesheet(response) {
  const { css } = await postcss([tailwind()]).process(await readFile(from, 'utf8'), { from })
  response.setHeader('content-type', 'text/css; charset=utf-8')
  response.setHeader('cache-control', 'no-store')
  response.end(css)
}
