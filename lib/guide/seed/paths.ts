import type { CardType, Channel } from '@/lib/domain/coded-values'
import type { Bilingual, GuideStep } from '../schemas'
import * as desk from './desk-steps'

type StepText = Pick<GuideStep, 'title' | 'text' | 'staff'>
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
        'Go to a store of the carrier with all your documents; on a working day, off-peak, you ' +
        'avoid the queue.',
    },
    staff: {
      title: { zh: '客户到店', en: 'Customer in store' },
      text: {
        zh: '确认客户材料带齐，本店可办理该运营商的业务。',
        en:
          'Confirm that the customer has all the documents and that this store serves the ' +
          'carrier.',
      },
    },
  }),
  {
    id: 'materials',
    kind: 'materials',
    audience: 'customer',
    title: {
      zh: '说明来意，递交材料',
      en: 'Tell staff what you need and hand over your documents',
    },
    text: {
      zh: '告诉工作人员您要注销号码，并把材料交给他们。',
      en: 'Tell the staff that you want to cancel the number, and hand them your documents.',
    },
    staff: {
      title: { zh: '收验材料', en: 'Collect and check the documents' },
      text: {
        zh: '查验客户递交的材料，逐项登记为已提供或免交。',
        en: 'Check what the customer hands in, and record each document as provided or waived.',
      },
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
    title: { zh: '交回实体卡', en: 'Return the card' },
    text: {
      zh: '把 SIM 卡交给工作人员，由他们回收处理。',
      en: 'Give the SIM card back; the staff recycle it.',
    },
    staff: {
      title: { zh: '收回实体卡', en: 'Collect the SIM card' },
      text: {
        zh: '收回 SIM 卡，登记卡号（ICCID）后入袋；没有卡的，注明原因。',
        en: 'Take the SIM card, record its ICCID and bag it. If there is no card, record why.',
      },
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
    staff: {
      title: { zh: '确认设备', en: 'Check that the device is here' },
      text: {
        zh: '确认客户带来了装有这个 eSIM 的设备。',
        en: 'Confirm that the customer has brought the device that holds the eSIM.',
      },
    },
  }),
  instruction('go_to_store', {
    title: { zh: '前往最近的营业厅', en: 'Go to the nearest store' },
    text: {
      zh: '到离您最近的该运营商营业厅办理。',
      en: 'Go to the nearest store of this carrier.',
    },
    staff: {
      title: { zh: '客户到店', en: 'Customer in store' },
      text: {
        zh: '确认客户材料带齐，本店可办理该运营商的业务。',
        en:
          'Confirm that the customer has all the documents and that this store serves the ' +
          'carrier.',
      },
    },
  }),
  {
    id: 'materials',
    kind: 'materials',
    audience: 'customer',
    title: { zh: '说明是 eSIM', en: 'Say that it is an eSIM' },
    text: {
      zh: '告诉工作人员要注销的是 eSIM，并递交材料。',
      en: 'Tell the staff that an eSIM is to be cancelled, and hand over your documents.',
    },
    staff: {
      title: { zh: '收验材料', en: 'Collect and check the documents' },
      text: {
        zh: '确认要注销的是 eSIM，查验客户递交的材料，逐项登记为已提供或免交。',
        en:
          'Confirm that it is an eSIM, check what the customer hands in, and record each ' +
          'document as provided or waived.',
      },
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
    staff: {
      title: { zh: '检查设备网络锁', en: 'Check the network lock' },
      text: {
        zh: '设备有网络锁的，先解锁；没有设备的，注明原因。',
        en:
          'If the device is network-locked, have it unlocked first. If there is no ' +
          'device, record why.',
      },
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
    staff: {
      title: { zh: '提交运营商系统', en: "Submit on the carrier's system" },
      text: {
        zh: '审核通过后在运营商系统上注销 eSIM，登记运营商流水号；先终止服务，再删除配置文件。服务密码由机主自己输入。',
        en:
          "After approval, cancel the eSIM on the carrier's system and record its " +
          'reference: the subscription ends first, the profile is deleted after. The ' +
          'holder types the service password.',
      },
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
    staff: {
      title: { zh: '检查设备状态', en: 'Check the device' },
      text: {
        zh: '确认设备已无服务，再请客户删除 eSIM 配置文件；没有设备的，注明原因。',
        en:
          'Confirm that the device has no service, then have the customer delete the ' +
          'profile. If there is no device, record why.',
      },
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
          staff: {
            title: { zh: '检查设备状态', en: 'Check the device' },
            text: {
              zh: '确认服务已终止、配置文件已删除；设备不在客户手上的，注明原因。',
              en:
                'Confirm that the service has ended and the profile is deleted. If the customer ' +
                'does not have the device, record why.',
            },
          },
        },
      ]
    : []
  return [
    instruction('log_in', {
      title: { zh: '登录', en: 'Log in' },
      text: {
        zh:
          '用号码和密码登录运营商的官方网站或手机应用。' +
          '号码要能收短信，网上办理靠它验证；卡丢了或已停机的，请到营业厅。',
        en:
          "Log in to the carrier's own website or app with the number and its password. The " +
          'number has to receive texts, which verify you; with the card lost or the number ' +
          'suspended, go to a store.',
      },
      staff: {
        title: { zh: '客户登录运营商网站', en: 'Customer logs in to the carrier' },
        text: {
          zh: '请客户自己登录运营商的官方网站或手机应用，不代客户登录。',
          en: "The customer logs in to the carrier's own website or app. Never log in for them.",
        },
      },
    }),
    instruction('find_entry', {
      title: { zh: '找到销户入口', en: 'Find the cancellation page' },
      text: {
        zh: '销户入口一般在“我的账户”或“服务与支持”里。',
        en: 'The cancellation entry is usually under "My account" or "Service and support".',
      },
      staff: {
        title: { zh: '指引客户找到销户入口', en: 'Point to the cancellation page' },
        text: {
          zh: '告诉客户销户入口一般在“我的账户”或“服务与支持”里。',
          en: 'Tell the customer where it is: usually under "My account" or "Service and support".',
        },
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
      staff: {
        title: { zh: '客户填写信息', en: 'Customer fills in the page' },
        text: {
          zh: '身份证件号码和服务密码由客户在运营商页面上填写，不代填。',
          en:
            'The customer types the identity number and the service password on the ' +
            "carrier's page. Never type them for the customer.",
        },
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
      staff: {
        title: { zh: '查验证件照片', en: 'Check the photos' },
        text: {
          zh: '查验客户上传的照片，逐项登记为已提供或免交。',
          en:
            'Check the photos the customer has uploaded, and record each document as ' +
            'provided or waived.',
        },
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
        zh: '再核对一遍，然后提交，记下运营商流水号。',
        en:
          'Check everything once more, then submit, and note the reference that the carrier ' +
          'gives.',
      },
      staff: {
        title: { zh: '登记运营商流水号', en: "Record the carrier's reference" },
        text: {
          zh: '客户在运营商页面上提交后，登记运营商流水号和提交时间。',
          en:
            "Once the customer has submitted on the carrier's page, record the reference " +
            'and the time.',
        },
      },
    },
    {
      id: 'await_review',
      kind: 'review_wait',
      audience: 'customer',
      title: { zh: '等待审核', en: 'Wait for the review' },
      text: {
        zh: '提交后等待审核，一般 1 至 3 个工作日有结果。',
        en:
          'After submitting, wait for the review; the result usually comes within 1 to 3 ' +
          'working days.',
      },
      staff: {
        title: { zh: '等待运营商结果', en: "Wait for the carrier's result" },
        text: {
          zh: '一般 1 至 3 个工作日有结果；到期没有结果的，联系运营商查询。',
          en:
            'The result usually comes within 1 to 3 working days. If it does not, ask the ' +
            'carrier.',
        },
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
