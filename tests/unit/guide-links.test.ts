import { describe, expect, it } from 'vitest'
import { isOutsideAddress, linkFault, partsOfText, pictureAt } from '@/lib/guide/links'

describe('what a text shows', () => {
  it('names links and pictures wherever they stand, and its words without them', () => {
    const text = '# Head\n\n- [one](/a) ![seen](/p.png)\n- **[two][x]** ![](/q.png)\n\n[x]: /b'
    expect(partsOfText(text)).toEqual({
      links: ['/a', '/b'],
      pictures: [
        { address: '/p.png', words: 'seen' },
        { address: '/q.png', words: '' },
      ],
      html: false,
      words: expect.stringContaining('Head'),
    })
  })

  it.each([
    ['plain  ', { html: false, words: 'plain' }],
    ['a <b>c</b>', { html: true, words: 'a c' }],
    ['<p>all</p>', { html: true, words: '' }],
    ['<b> a </b>', { html: true, words: 'a' }],
    ['** **', { html: false, words: '' }],
    ['', { html: false, words: '' }],
  ])('%j', (text, parts) => expect(partsOfText(text)).toMatchObject(parts))
})

describe('a link', () => {
  const targets = { pages: { '/': ['top'], '/guide': ['a'], '/engine': [] }, pictures: [] }

  it.each([
    ['/guide', null],
    ['/guide#a', null],
    ['/guide#b', 'anchor_unknown'],
    ['/guide#', null],
    ['/en/guide', null],
    ['/en/guide#b', 'anchor_unknown'],
    ['/en', null],
    ['/en#top', null],
    ['/', null],
    ['/engine', null],
    ['/engine#x', 'anchor_unknown'],
    ['/gine', 'page_unknown'],
    ['/guide/en/guide', 'page_unknown'],
    ['/guide/en', 'page_unknown'],
    ['/nowhere', 'page_unknown'],
    ['#own', null],
    ['#other', 'anchor_unknown'],
    ['#', 'anchor_unknown'],
    ['', 'address_malformed'],
    ['guide', 'address_malformed'],
    ['guide#a', 'address_malformed'],
    ['//elsewhere.test/guide', 'address_malformed'],
    ['https://elsewhere.test/guide', null],
    ['https://elsewhere.test/guide#x', null],
  ])('%j: %s', (address, fault) => expect(linkFault(address, targets, ['own'])).toBe(fault))
})

describe('an address outside the product', () => {
  it.each([
    'tel:10086',
    'tel:+8613800138000',
    'tel:021-555-0100',
    `tel:${'1'.repeat(20)}`,
    'tel:123',
    'mailto:a@b.test',
    'MAILTO:a.b+c@d-e.co.uk?subject=x',
    'http://a.test',
    'HTTPS://A.TEST/x?y#z',
    'https://www.10086.cn/x',
    'https://a-b.c1.test',
    'https://例子.测试/',
    'https://a.xn--fiqs8s',
    'https://1.example.com:8080/',
  ])('%s', (address) => expect(isOutsideAddress(address)).toBe(true))

  it.each([
    'tel:',
    'tel:12',
    `tel:${'1'.repeat(21)}`,
    'tel:1008a',
    'xtel:10086',
    'tel:10086x',
    'tel:1+2345',
    'mailto:a',
    'mailto:@b.test',
    'mailto:a@b',
    'mailto:a@b.t',
    'mailto:a b@c.test',
    'mailto:a@@b.test',
    'xmailto:a@b.test',
    'mailto:a@b.test/x',
    'mailto:a@b.test?x y',
    'mailto:a?b@c.test',
    'mailto:a@b_c.test',
    'ftp://a.test',
    'xhttps://a.test',
    'https://',
    'https:// a.test',
    'https://a.test/ x',
    'https://localhost',
    'https://127.0.0.1',
    'https://[::1]/',
    'https://a.t',
    'https://-a.test',
    'https://a-.test',
    'https://a..test',
    'https://a_b.test',
    'https://a.b1',
    'javascript:alert(1)',
    'https://:x',
    'www.10086.cn',
    'https://a.xn--',
    'https://a.test.1x',
    '',
  ])('none: %j', (address) => expect(isOutsideAddress(address)).toBe(false))
})

describe('the id of a picture', () => {
  it.each([
    ['/api/pictures/7', '7'],
    ['/api/pictures/', ''],
    ['/x/api/pictures/7', null],
    ['7', null],
  ])('%s: %j', (address, id) => expect(pictureAt(address)).toBe(id))
})
