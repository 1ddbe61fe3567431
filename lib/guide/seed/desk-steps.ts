import type { GuideStep } from '../schemas'

// The desk's checks on every path, besides the customer's steps.

export const identityCheck: GuideStep = {
  id: 'identity_check',
  kind: 'identity_check',
  audience: 'desk',
  title: { zh: '核对机主身份和号码', en: 'Match the holder and the number' },
  text: {
    zh: '在运营商系统上核对号码属于这位机主，并把号码读给客户听。证件换过新的，用姓名加旧证件号码的凭据核对。',
    en:
      "See on the carrier's system that the number is this holder's, and read it back aloud. " +
      'Where the document was renewed, match by name and proof of the old number.',
  },
}

export const obligations: GuideStep = {
  id: 'obligations',
  kind: 'obligations',
  audience: 'desk',
  title: { zh: '清理前置事项', en: 'Clear what stands in the way' },
  text: {
    zh: '欠费、合约、靓号协议、宽带和副卡等，逐项确认已了结或不涉及；要等到某天才了结的，记下那一天。',
    en:
      'Arrears, a contract, a vanity-number agreement, broadband, secondary cards: each cleared ' +
      'or not applicable; where one clears by itself, note the day.',
  },
}

export const balance: GuideStep = {
  id: 'balance',
  kind: 'balance',
  audience: 'desk',
  title: { zh: '余额和退款方式', en: 'Balance and how it is refunded' },
  text: {
    zh: '查询当前余额，和客户商定退到哪里。',
    en: 'Look up the balance and agree with the customer where it goes.',
  },
}

export const advice: GuideStep = {
  id: 'advice',
  kind: 'advice',
  audience: 'desk',
  title: { zh: '提醒客户', en: 'Advise the customer' },
  text: {
    zh: '停机以前，先解绑银行、微信、支付宝等要收短信验证码的账号：号码冻结期过后会给别人使用。',
    en:
      'Before service stops, unbind bank, WeChat, Alipay and other accounts that verify by text ' +
      'message: after a time the number goes to someone else.',
  },
}

export const receipt: GuideStep = {
  id: 'receipt',
  kind: 'receipt',
  audience: 'customer',
  title: { zh: '索取回执', en: 'Ask for the receipt' },
  text: {
    zh: '办结后向工作人员索取回执并妥善保存，日后查询或投诉都要用到它。',
    en: 'Once it is done, ask for the receipt and keep it: a later query or complaint quotes it.',
  },
}

/** The receipt, on paths whose six numbered steps do not include it. */
export const receiptAtDesk: GuideStep = {
  ...receipt,
  audience: 'desk',
  title: { zh: '交付回执', en: 'Hand over the receipt' },
  text: {
    zh: '打印回执交给客户，或发送到客户留下的联系方式。',
    en: 'Print the receipt, or send it to the contact that the customer left.',
  },
}

export const aftercare: GuideStep = {
  id: 'aftercare',
  kind: 'aftercare',
  audience: 'desk',
  title: { zh: '后续事项', en: 'After-care' },
  text: {
    zh: '和客户逐项确认办结以后要做的事。',
    en: 'Go through what is left to do after the end.',
  },
}

export const applicationForm: GuideStep = {
  id: 'application_form',
  kind: 'application_form',
  audience: 'customer',
  title: { zh: '填写销户申请表', en: 'Fill in the cancellation form' },
  text: {
    zh: '核对营业厅打印好的销户申请表，内容无误后签名。',
    en: "Read the store's cancellation form, printed for you already filled in, and sign it.",
  },
}

export const carrierSubmissionInStore: GuideStep = {
  id: 'carrier_submission',
  kind: 'carrier_submission',
  audience: 'desk',
  title: { zh: '提交运营商系统', en: "Submit on the carrier's system" },
  text: {
    zh: '审核通过后在运营商系统上提交销户，记下对方的受理编号；服务密码由机主自己输入。',
    en:
      "After approval, submit the cancellation on the carrier's system and note its reference; " +
      'the holder types the service password.',
  },
}
