import type { Placeholder } from '@/lib/notices/kinds'

/** A fictitious request: what the placeholders stand for in a preview. */
export const previewValues: Record<'zh' | 'en', Record<Placeholder, string>> = {
  zh: {
    reference: 'K7M2-9QXT-4RWC',
    number: '138****8000',
    store: '演示营业厅',
    link: 'https://desk.example/s/K7M29QXT4RWC',
    day: '2月25日',
    carrier: '中国电信',
    phone: '138****8000',
    when: '在2月25日 10:00前',
    missed: '1',
    waits: '合约期未满，2月25日起可以办。',
    missing: '身份证件复印件',
    words: '证件与登记不一致，请带有效证件再来办理。',
    receipt: 'R4TN-2WKQ-8MHX',
    code: '402917',
    minutes: '10',
  },
  en: {
    reference: 'K7M2-9QXT-4RWC',
    number: '138****8000',
    store: 'Demo Store',
    link: 'https://desk.example/s/K7M29QXT4RWC',
    day: '25 February',
    carrier: 'China Telecom',
    phone: '138****8000',
    when: 'by 25 February, 10:00',
    missed: '1',
    waits: 'The contract ends on 25 February. ',
    missing: 'a photocopy of the identity document',
    words: 'The document differs from the record; please come again with a valid one.',
    receipt: 'R4TN-2WKQ-8MHX',
    code: '402917',
    minutes: '10',
  },
}
