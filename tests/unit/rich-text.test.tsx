import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { RichText } from '@/components/guide/rich-text'

const shown = (text: string) =>
  renderToStaticMarkup(
    <RichText locale="en" page="/guide/sim/online">
      {text}
    </RichText>,
  )
const picture = '0197b1c0-0000-7000-8000-000000000001'

describe('a text of the guide', () => {
  it.each([
    '<script>alert(1)</script>',
    'a <img src=x onerror=alert(1)> b',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:x)',
    '[x](//elsewhere.example)',
    '![x](https://elsewhere.example/spy.png)',
    '![x](javascript:alert(1))',
    `![x](/api/pictures/../../account)`,
    '<svg/onload=alert(1)>',
    '[x]: javascript:alert(1)\n\n[x]',
    '<iframe src="https://elsewhere.example"></iframe>',
    '`<script>`',
    '# <script>alert(1)</script>',
  ])('comes out harmless: %s', (text) => {
    const html = shown(text)
    expect(html).not.toMatch(/<(script|iframe|svg|img|object|embed|form)/i)
    expect(html).not.toMatch(/\son\w+=/i)
    expect(html).not.toMatch(/(href|src)="(?!#)/i)
  })

  it('is shown as words, lists, links and pictures of ours', () => {
    const html = shown(
      `**bold** line\nnext\n\n- one\n- two\n\n[in](/en/guide) [here](#steps-x) ` +
        `[out](https://www.10086.cn) ![the card](/api/pictures/${picture})`,
    )
    expect(html).toContain('<strong>bold</strong> line<br/>\nnext')
    expect(html).toContain('<li>one</li>')
    expect(html).toContain('href="/en/guide"')
    expect(html).toContain('href="/guide/sim/online#steps-x"')
    expect(html).toMatch(
      /href="https:\/\/www\.10086\.cn" target="_blank" rel="noopener noreferrer"/,
    )
    expect(html).toContain(`<img src="/api/pictures/${picture}" alt="the card"`)
  })

  it('shows a table with the headings of its columns, in each cell too', () => {
    const html = shown(
      '| Who | **What** |\n| :-- | --: |\n| heirs | [a](/guide) \\| b |\n| all |  |',
    )
    expect(html).toContain('<div class="guide-table" data-columns="2"><table role="table">')
    expect(html).toContain('<th scope="col" role="columnheader">Who</th>')
    expect(html).toContain('<td role="cell" data-label="What"><a href="/en/guide"')
    expect(html).toContain('| b</td>')
    expect(html).toContain('<td role="cell" data-label="What"></td>')
    expect(html).not.toContain('style=')
  })
})
