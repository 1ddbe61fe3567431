import type { GuideStep } from '../schemas'

// The desk's checks on every path, besides the customer's steps.

export const identityCheck: GuideStep = {
  id: 'identity_check',
  kind: 'identity_check',
  audience: 'desk',
  title: { zh: '核验身份和号码', en: 'Your identity and number' },
  text: {
    zh:
      '工作人员会核验身份证件，在运营商系统里核实号码登记在您名下，并把号码读给您确认。' +
      '换过证件的，请带上旧证件号码的证明。',
    en:
      "Staff check your identity document, confirm on the carrier's system that the number is " +
      'registered to you, and read it back to you. If your document was renewed, have proof of ' +
      'the old document number at hand.',
  },
  staff: {
    title: { zh: '核对机主身份和号码', en: 'Verify the holder and the number' },
    text: {
      zh:
        '在运营商系统里核实号码登记在机主名下，并把号码读给客户确认。' +
        '换过证件的，凭姓名和旧证件号码的证明核对。',
      en:
        "Confirm on the carrier's system that the number is registered to the holder, and read " +
        'it back to the customer. If the document was renewed, match by name and proof of the ' +
        'old number.',
    },
  },
}

export const obligations: GuideStep = {
  id: 'obligations',
  kind: 'obligations',
  audience: 'desk',
  title: { zh: '核查销户条件', en: 'What blocks cancellation' },
  text: {
    zh: '欠费、合约、靓号协议、宽带和副卡等，要先结清或解除；有的要到某一天才解除，到期后再继续办理。',
    en:
      'Arrears, a contract, a vanity-number agreement, broadband or secondary cards have to be ' +
      'settled or ended first. Some end on a set day; we continue from then.',
  },
  staff: {
    title: { zh: '核查销户条件', en: 'Check what blocks cancellation' },
    text: {
      zh: '欠费、合约、靓号协议、宽带和副卡等，逐项登记为已处理或不涉及；尚未解除的，登记等谁处理、原因和日期。',
      en:
        'Arrears, contract, vanity-number agreement, broadband, secondary cards: record each as ' +
        'cleared or not applicable. If one is not cleared yet, say who has to act, why and when.',
    },
  },
}

export const balance: GuideStep = {
  id: 'balance',
  kind: 'balance',
  audience: 'desk',
  title: { zh: '余额和退款', en: 'Your balance and refund' },
  text: {
    zh: '账户里还有余额的，您可以选择退款方式。',
    en: 'If there is money left on the account, you choose how it is refunded.',
  },
  staff: {
    title: { zh: '余额和退款方式', en: 'Record the balance and refund method' },
    text: {
      zh: '查询当前余额，和客户商定退款方式，并登记收款账户。',
      en:
        'Look up the balance, agree with the customer how it is refunded, and record the ' +
        'account that it goes to.',
    },
  },
}

export const advice: GuideStep = {
  id: 'advice',
  kind: 'advice',
  audience: 'desk',
  title: { zh: '销户前须知', en: 'Before your number stops' },
  text: {
    zh:
      '停机以前，先解绑银行、微信、支付宝等要收短信验证码的账号：号码冻结期过后会给别人使用。' +
      '不清楚绑定了哪些账号的，可在工信部“一证通查”查询，48 小时内短信答复。' +
      '从别家携入的号码，会退回原运营商，冻结期以原运营商为准。',
    en:
      'Before service stops, unlink bank, WeChat, Alipay and other accounts that verify you by ' +
      'text message: once the freeze ends the number is given to someone else. If you do not ' +
      `know which accounts use it, ask the ministry's "Yizheng Tongcha" service; the answer ` +
      'comes by text within 48 hours. A number that was ported in may go back to its first ' +
      'carrier, whose freeze then counts.',
  },
  staff: {
    title: { zh: '风险告知', en: 'Advise the customer' },
    text: {
      zh:
        '告知客户：停机以前，先解绑银行、微信、支付宝等要收短信验证码的账号，' +
        '不清楚的先用“一证通查”查询（48 小时内短信答复）；' +
        '号码冻结期过后会给别人使用，携入的号码可能退回原运营商。',
      en:
        'Tell the customer to unlink bank, WeChat, Alipay and other accounts that verify by text ' +
        'message before service stops (the "Yizheng Tongcha" service lists them within 48 ' +
        'hours), and that the number then goes to someone else; one that was ported in may go ' +
        'back to its first carrier.',
    },
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
  staff: {
    title: { zh: '交付回执', en: 'Hand over the receipt' },
    text: {
      zh: '打印回执交给客户，或发送到客户留下的联系方式。',
      en: 'Print the receipt for the customer, or send it to the contact details they left.',
    },
  },
}

/** The receipt, on paths whose six numbered steps do not include it. */
export const receiptAtDesk: GuideStep = {
  ...receipt,
  audience: 'desk',
  title: { zh: '领取回执', en: 'Your receipt' },
  text: {
    zh: '办结后您会拿到回执，或者在您留下的联系方式上收到。请妥善保存，日后查询或投诉都要用到它。',
    en:
      'Once it is done, you are given a receipt, or it is sent to the contact details you left. ' +
      'Keep it: you quote it in any later enquiry or complaint.',
  },
}

export const aftercare: GuideStep = {
  id: 'aftercare',
  kind: 'aftercare',
  audience: 'desk',
  title: { zh: '销户后事项', en: 'After cancellation' },
  text: {
    zh: '办结以后还有几件事要做，工作人员会和您逐项确认。',
    en: 'A few things are left to do afterwards. Staff go through them with you.',
  },
  staff: {
    title: { zh: '确认销户后事项', en: 'Go over what comes after' },
    text: {
      zh: '和客户逐项确认办结以后要做的事。',
      en: 'Go through what the customer has to do after cancellation.',
    },
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
  staff: {
    title: { zh: '打印并签署申请表', en: 'Print the form and have it signed' },
    text: {
      zh: '打印已填好的销户申请表，请客户核对后签名。',
      en: 'Print the filled-in cancellation form; the customer checks and signs it.',
    },
  },
}

export const carrierSubmissionInStore: GuideStep = {
  id: 'carrier_submission',
  kind: 'carrier_submission',
  audience: 'desk',
  title: { zh: '提交运营商办理', en: 'Submission to the carrier' },
  text: {
    zh: '审核通过后，由工作人员在运营商系统上提交销户；服务密码由您自己输入。',
    en:
      "After approval, staff submit the cancellation on the carrier's system. You type the " +
      'service password yourself.',
  },
  staff: {
    title: { zh: '提交运营商系统', en: "Submit on the carrier's system" },
    text: {
      zh: '审核通过后在运营商系统上提交销户，登记运营商流水号；服务密码由机主自己输入。',
      en:
        "After approval, submit the cancellation on the carrier's system and record its " +
        'reference. The holder types the service password.',
    },
  },
}
