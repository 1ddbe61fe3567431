import type { GuideContent } from '../schemas'

/** Why people cancel, and why it should be completed (F1 to F4). */
export const reasons: GuideContent['reasons'] = [
  {
    id: 'no_longer_used',
    title: { zh: '不再使用', en: 'No longer used' },
    text: {
      zh: '换了手机、换了运营商，或者不再需要这项服务，都可以申请销户。',
      en:
        'A new phone, a new carrier, or simply no further need of the service: each is a good ' +
        'reason to cancel.',
    },
  },
  {
    id: 'privacy',
    title: { zh: '保护隐私', en: 'Privacy' },
    text: {
      zh: '号码只要还有效，与它绑定的个人资料就可能被他人冒用。',
      en: 'As long as a number stays alive, the personal data tied to it can be misused by others.',
    },
  },
  {
    id: 'cost',
    title: { zh: '避免费用', en: 'Cost' },
    text: {
      zh: '闲置的号码仍可能继续产生月租，欠费也会越积越多。',
      en:
        'A number that nobody uses can go on costing money: monthly fees and arrears keep ' +
        'adding up.',
    },
  },
  {
    id: 'legal',
    title: { zh: '法律责任', en: 'Legal' },
    text: {
      zh: '与号码有关的法律纠纷如果没有了结，责任可能落到机主身上。',
      en: 'A legal matter tied to the number that was never settled can fall on its holder.',
    },
  },
]
