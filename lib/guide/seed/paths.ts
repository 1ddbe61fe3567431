import type { CardType, Channel } from '@/lib/domain/coded-values'
import type { Bilingual, GuideStep } from '../schemas'
import * as desk from './desk-steps'

type StepText = { title: Bilingual; text: Bilingual }
const instruction = (id: string, step: StepText): GuideStep => ({
  id,
  kind: 'instruction',
  audience: 'customer',
  ...step,
})

const simInStore: GuideStep[] = [
  instruction('go_to_store', {
    title: { zh: '前往营业厅', en: 'Go to a store' },
    text: {
      zh: '带齐全部材料到该运营商的营业厅；选工作日、避开高峰时段，可以少排队。',
      en:
        'Go to a store of the carrier with all the materials; on a working day, off-peak, you ' +
        'avoid the queue.',
    },
  }),
  {
    id: 'materials',
    kind: 'materials',
    audience: 'customer',
    title: { zh: '说明来意，递交材料', en: 'Say what you want, hand over the materials' },
    text: {
      zh: '告诉工作人员您要注销号码，并把材料交给他们。',
      en: 'Tell the staff that you want to cancel the number, and hand them the materials.',
    },
  },
  desk.obligations,
  desk.balance,
  desk.advice,
  desk.applicationForm,
  {
    ...desk.identityCheck,
    audience: 'customer',
    title: { zh: '工作人员核对信息', en: 'Staff check the details' },
    text: {
      zh: '工作人员会核对身份证件和号码，并把号码读给您确认。',
      en: 'Staff check the identity document and the number, and read the number back to you.',
    },
  },
  {
    id: 'card_return',
    kind: 'card_return',
    audience: 'customer',
    title: { zh: '交回实体卡', en: 'Hand the card back' },
    text: {
      zh: '把 SIM 卡交给工作人员，由他们回收处理。',
      en: 'Give the SIM card back; the staff recycle it.',
    },
  },
  desk.carrierSubmissionInStore,
  desk.receipt,
  desk.aftercare,
]

const esimInStore: GuideStep[] = [
  instruction('bring_device', {
    title: { zh: '带上设备', en: 'Bring the device' },
    text: {
      zh: '带上装有这个 eSIM 的手机或其他设备。',
      en: 'Take along the phone or other device that holds the eSIM.',
    },
  }),
  instruction('go_to_store', {
    title: { zh: '前往最近的营业厅', en: 'Go to the nearest store' },
    text: {
      zh: '到离您最近的该运营商营业厅办理。',
      en: 'Go to the nearest store of this carrier.',
    },
  }),
  {
    id: 'materials',
    kind: 'materials',
    audience: 'customer',
    title: { zh: '说明是 eSIM', en: 'Say that it is an eSIM' },
    text: {
      zh: '告诉工作人员要注销的是 eSIM，并递交材料。',
      en: 'Tell the staff that an eSIM is to be cancelled, and hand over the materials.',
    },
  },
  desk.obligations,
  desk.balance,
  desk.advice,
  desk.identityCheck,
  { ...desk.applicationForm, audience: 'desk' },
  {
    id: 'device_unlock',
    kind: 'device_unlock',
    audience: 'customer',
    title: { zh: '解除设备的网络锁', en: 'Unlock the device' },
    text: {
      zh: '设备如果有网络锁，先解锁再办理。',
      en: 'If the device is network-locked, have it unlocked first.',
    },
  },
  {
    ...desk.carrierSubmissionInStore,
    audience: 'customer',
    title: { zh: '工作人员办理注销', en: 'Staff carry out the cancellation' },
    text: {
      zh: '由工作人员在运营商系统上注销 eSIM；先终止服务，再删除设备里的配置文件。',
      en:
        "Staff carry out the eSIM's cancellation on the carrier's system: the subscription ends " +
        'first, the profile is deleted after.',
    },
  },
  {
    id: 'device_check',
    kind: 'device_check',
    audience: 'customer',
    title: { zh: '检查设备状态', en: 'Check the device' },
    text: {
      zh: '办完后看一看设备：应当没有信号，然后删除 eSIM 配置文件。只删除配置文件并不等于销户。',
      en:
        'Look at the device afterwards: it should have no service, then delete the profile. ' +
        'Deleting the profile alone cancels nothing.',
    },
  },
  desk.receiptAtDesk,
  desk.aftercare,
]

const online = (cardType: CardType): GuideStep[] => {
  const esim = cardType === 'esim'
  const device: GuideStep[] = esim
    ? [
        {
          id: 'device_check',
          kind: 'device_check',
          audience: 'desk',
          title: { zh: '检查设备状态', en: 'Check the device' },
          text: {
            zh: '服务终止以后，再删除设备里的 eSIM 配置文件。',
            en: 'Once the subscription has ended, delete the eSIM profile from the device.',
          },
        },
      ]
    : []
  return [
    instruction('log_in', {
      title: { zh: '登录', en: 'Log in' },
      text: {
        zh: '用号码和密码登录运营商的官方网站或手机应用。',
        en: "Log in to the carrier's own website or app with the number and its password.",
      },
    }),
    instruction('find_entry', {
      title: { zh: '找到销户入口', en: 'Find the entry' },
      text: {
        zh: '销户入口一般在“我的账户”或“服务与支持”里。',
        en: 'The cancellation entry is usually under "My account" or "Service and support".',
      },
    }),
    instruction('fill_in', {
      title: { zh: '填写信息', en: 'Fill in what is asked' },
      text: {
        zh: '按页面要求填写身份证件号码，并由本人在运营商页面上输入服务密码。',
        en:
          "Fill in the identity number, and type the service password yourself on the carrier's " +
          'page.',
      },
    }),
    {
      id: 'materials',
      kind: 'materials',
      audience: 'customer',
      title: { zh: '上传证件照片', en: 'Upload the photos' },
      text: {
        zh: '上传身份证件的照片或其他证明。',
        en: 'Upload photos of the identity document or other proof.',
      },
    },
    desk.identityCheck,
    desk.obligations,
    desk.balance,
    desk.advice,
    {
      id: 'carrier_submission',
      kind: 'carrier_submission',
      audience: 'customer',
      title: { zh: '核对并提交', en: 'Check, then submit' },
      text: {
        zh: '再核对一遍，然后提交，记下运营商给的受理编号。',
        en:
          'Check everything once more, then submit, and note the reference that the carrier ' +
          'gives.',
      },
    },
    {
      id: 'await_review',
      kind: 'instruction',
      phase: 'after_approval',
      audience: 'customer',
      title: { zh: '等待审核', en: 'Wait for the review' },
      text: {
        zh: '提交后等待审核，一般 1 至 3 个工作日有结果。',
        en:
          'After submitting, wait for the review; the result usually comes within 1 to 3 ' +
          'working days.',
      },
    },
    ...device,
    desk.receiptAtDesk,
    desk.aftercare,
  ]
}

/** The steps of a path, in order (F9 to F28). */
export function stepsFor(cardType: CardType, channel: Channel): GuideStep[] {
  if (channel === 'online') return online(cardType)
  return cardType === 'sim' ? simInStore : esimInStore
}

const intros: Record<`${CardType}.${Channel}`, Bilingual> = {
  'sim.in_store': {
    zh: '带上材料到营业厅办理实体卡销户，是最常用的方式。请注意：把卡扔掉并不等于销户。',
    en:
      'Cancelling a physical SIM in a store is the usual way. Note that throwing the card away ' +
      'does not close the subscription.',
  },
  'sim.online': {
    zh: '不是每家运营商都能在网上注销实体卡，有的只向部分地区的客户开放；办理前请先看下面的开放范围。',
    en:
      'Not every carrier lets you cancel a physical SIM online, and some only for customers of ' +
      'certain regions: see below where it is offered before you start.',
  },
  'esim.in_store': {
    zh: '在营业厅注销 eSIM，身份证件、申请表和回执与实体卡相同，只是没有卡要交回。',
    en:
      'Cancelling an eSIM in a store takes the same document, form and receipt as a card does; ' +
      'only there is no card to give back.',
  },
  'esim.online': {
    zh: '部分运营商支持在网上注销 eSIM，步骤与实体卡网上办理相同，同样是 1 至 3 个工作日。',
    en:
      'Some carriers let you cancel an eSIM online, by the same steps as a card online and with ' +
      'the same 1 to 3 working days.',
  },
}

export const introFor = (cardType: CardType, channel: Channel) => intros[`${cardType}.${channel}`]
