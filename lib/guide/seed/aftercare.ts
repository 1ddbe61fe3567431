import type { CardType } from '@/lib/domain/coded-values'
import type { GuideContent } from '../schemas'

const forAll: GuideContent['aftercare'] = [
  {
    id: 'receipt_kept',
    title: { zh: '保存回执', en: 'Keep the receipt' },
    text: {
      zh: '无论线上还是线下办理，都请保存好回执。',
      en: 'Whether you cancelled online or in a store, keep the receipt safe.',
    },
  },
  {
    id: 'balance_moved',
    title: { zh: '处理余额', en: 'Use or withdraw your balance' },
    text: {
      zh: '查一查账户余额，把它取出或转到别的号码。',
      en: 'Check what is left on the account, and withdraw it or move it elsewhere.',
    },
  },
  {
    id: 'message_watched',
    title: { zh: '留意通知', en: 'Watch for the message' },
    text: {
      zh: '留意运营商的短信；它可能发到已经停用的号码上，所以请另留一个联系方式。',
      en:
        "Watch for the carrier's text message; it may go to the number that has just stopped, " +
        'so leave another contact.',
    },
  },
  {
    id: 'devices_unbound',
    title: { zh: '解绑其他设备', en: 'Unpair other devices' },
    text: {
      zh: '把这张卡从手表、平板等其他绑定设备上移除。',
      en: 'Remove the card from other devices that it is bound to, such as a watch or a tablet.',
    },
  },
]

const esimProfile: GuideContent['aftercare'][number] = {
  id: 'profile_deleted',
  title: { zh: '删除 eSIM 配置文件', en: 'Delete the eSIM profile' },
  text: {
    zh: '确认服务终止以后，再从设备里删除配置文件。',
    en: 'Once the service has ended, delete the profile from the device.',
  },
}

/** Aftercare items (F29 to F32, P7). */
export const aftercareFor = (cardType: CardType) =>
  cardType === 'esim' ? [...forAll, esimProfile] : forAll
