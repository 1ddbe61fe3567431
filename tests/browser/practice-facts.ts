// Where each fact of carriers' practice (P13 to P30) is told to customers, in both languages, or,
// where it is something that the desk does, the test that shows it.
const at = (path: string, carrier: string) => `/guide/${path}?carrier=${carrier}&region=CN-SH`
const simStore = at('sim/in-store', 'china-unicom')
const simOnline = at('sim/online', 'china-unicom')

export type Practised = { fact: string } & (
  | { page: string; zh: string; en: string }
  | { test: string; title: string }
)

export const practised: Practised[] = [
  {
    fact: 'P13',
    page: simStore,
    zh: '自有营业厅：全国号码；合作厅：仅本省号码',
    en:
      "Carrier's own store: Numbers of every region; Partner store: Numbers of its own region " +
      'only',
  },
  {
    fact: 'P14',
    page: simOnline,
    zh: '每天 07:30–22:00；每月最后一天 07:30–18:00',
    en: '07:30–22:00 every day; on the last day of the month: 07:30–18:00',
  },
  {
    fact: 'P15',
    page: simOnline,
    zh: '48 小时内回访机主',
    en: 'The carrier calls the holder within 48 hours',
  },
  {
    fact: 'P16',
    page: simOnline,
    zh: '号码要能收短信，网上办理靠它验证；卡丢了或已停机的，请到营业厅。',
    en:
      'The number has to receive texts, which verify you; with the card lost or the number ' +
      'suspended, go to a store.',
  },
  {
    fact: 'P17',
    page: at('esim/in-store', 'china-mobile'),
    zh: '居民身份证 / 居住证',
    en: 'Resident identity card',
  },
  {
    fact: 'P18',
    page: simStore,
    zh: '先办共号手表和副卡，最后办主号',
    en: 'Watches and secondary cards first, the main number last',
  },
  {
    fact: 'P19',
    page: simStore,
    zh: '不清楚绑定了哪些账号的，可在工信部“一证通查”查询，48 小时内短信答复。',
    en:
      'If you do not know which accounts use it, ask the ministry\'s "Yizheng Tongcha" service; ' +
      'the answer comes by text within 48 hours.',
  },
  { fact: 'P20', page: simStore, zh: '3 个月内申领', en: 'to be claimed within 3 months' },
  {
    fact: 'P21',
    page: '/guide?wish=leave&card=sim&channel=in_store',
    zh:
      '只是暂时不用、或者嫌贵的，不一定要销户：可以办停机保号（号码保留，每月约 5 元），' +
      '或换便宜的套餐，请咨询运营商。',
    en:
      "If you just don't need it for now, or it costs too much, you may not have to cancel: the " +
      'carrier can suspend it and keep the number (about 5 yuan a month), or move you to a ' +
      'cheaper plan.',
  },
  {
    fact: 'P22',
    page: simStore,
    zh: '机主先到营业厅重新核验实名，解除停机后再办理。',
    en: 'The holder is verified again in a store first, which lifts the suspension.',
  },
  {
    fact: 'P23',
    page: simStore,
    zh: '从别家携入的号码，会退回原运营商，冻结期以原运营商为准。',
    en: 'A number that was ported in may go back to its first carrier, whose freeze then counts.',
  },
  {
    fact: 'P24',
    page: '/ask',
    zh: '可向工信部电信用户申诉受理中心申诉，电话 12300。',
    en: "call the regulator's line 12300.",
  },
  { fact: 'P25', page: simStore, zh: '18 周岁起为成年', en: 'of age at 18' },
  {
    fact: 'P26',
    test: 'tests/integration/cards.test.ts',
    title: 'is asked about where it is not the recorded one, and noted with the reason',
  },
  {
    fact: 'P27',
    test: 'tests/integration/money.test.ts',
    title: 'is told alike on slip, status and reminder, and lifted at the second visit',
  },
  {
    fact: 'P28',
    test: 'tests/integration/money.test.ts',
    title: 'stand on the receipt with amount, way and number',
  },
  {
    fact: 'P29',
    test: 'tests/integration/people.test.ts',
    title: 'is refunded by a route that an heir has, and the number is never written to',
  },
  {
    fact: 'P30',
    page: simOnline,
    zh: '等待审核',
    en: 'Wait for the review',
  },
]
