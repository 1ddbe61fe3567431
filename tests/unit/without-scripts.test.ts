import { expect, it } from 'vitest'
import { scriptsAtTouch, withoutScripts } from '@/lib/ops/web/without-scripts.mjs'

const page =
  '<head><link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/><link as="script" rel="preload" href="/b.js"><link rel="stylesheet" href="/c.css"/><script src="/_next/a.js" async=""></script></head>'

it("leaves out what Next would run, and keeps the page's own script and all that is none", () => {
  expect(
    withoutScripts(
      `${page}<body><p>一</p><script>self.__next_f.push(["<p>"])</script><script data-own="">print()</script></body>`,
    ),
  ).toBe(
    '<head><link rel="stylesheet" href="/c.css"/></head><body><p>一</p><script data-own="">print()</script></body>',
  )
})

it('knows its own by their mark alone, not by what stands in a script', () => {
  expect(withoutScripts('<script>" data-own="</script><script id="x-data-own">1</script>')).toBe('')
})

it('leaves a page whole in which a script has yet to put parts in their place', () => {
  const streamed = `${page}<template id="B:0"></template><script>$RC("B:0","S:0")</script>`
  expect(withoutScripts(streamed)).toBe(streamed)
})

it("keeps the addresses of a page's scripts for when it is touched, in their order, and what stands in the page as it is", () => {
  const told = '<script nonce="n">self.__next_f.push([1])</script>'
  const html = scriptsAtTouch(
    `${page}<script src="/_next/old.js" noModule="" nonce="n"></script><script src="/_next/d$&.js" async="" nonce="n"></script><body><p>一</p>${told}</body>`,
  )
  expect(
    html.startsWith(
      `<head><link rel="stylesheet" href="/c.css"/></head><body><p>一</p>${told}<script nonce="n">`,
    ),
  ).toBe(true)
  expect(html).toContain('["/_next/a.js","/_next/d$&.js"]')
  expect(html).not.toMatch(/old\.js|<script[^>]* src=|as="script"/)
})
