const any = /<script(?:\s[^>]*)?>[\s\S]*?<\/script>/g
const own = /^<script[^>]*\sdata-own[\s=>]/
const fetchedAhead = /<link(?=[^>]*\srel="preload")(?=[^>]*\sas="script")[^>]*>/g
const fetched = /<script\ssrc="([^"]*)"([^>]*)><\/script>/g
/** Where a script has yet to put a part of the page in its place. */
const unfinished = /<template id="B:/

/**
 * A page without Next and React, 115 kB: all its links, forms and boxes work by themselves, and
 * what it runs of its own stays.
 */
export const withoutScripts = (html) =>
  unfinished.test(html)
    ? html
    : html.replace(any, (script) => (own.test(script) ? script : '')).replace(fetchedAhead, '')

/**
 * A page whose Next and React come once it is touched: who only reads it loads and runs neither,
 * and its forms can be sent before they are there.
 */
export function scriptsAtTouch(html) {
  if (unfinished.test(html)) return html
  const sources = []
  const rest = html.replace(fetchedAhead, '').replace(fetched, (_, source, how) => {
    if (!how.includes('noModule')) sources.push(source)
    return ''
  })
  const nonce = /<script nonce="([^"]*)"/.exec(rest)?.[1]
  return rest.replace(
    '</body>',
    () => `<script nonce="${nonce}">${atTouch(sources)}</script></body>`,
  )
}

const atTouch = (sources) => `{
const touches = ['focusin', 'pointerdown', 'keydown']
const fetchAll = () => {
  touches.forEach((touch) => removeEventListener(touch, fetchAll))
  for (const source of ${JSON.stringify(sources)}) document.head.append(Object.assign(document.createElement('script'), { src: source }))
}
touches.forEach((touch) => addEventListener(touch, fetchAll))
}`
