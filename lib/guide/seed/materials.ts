import type { CardType, Channel } from '@/lib/domain/coded-values'
import type { GuideMaterial } from '../schemas'

const holderDocument: GuideMaterial = {
  id: 'identity_document',
  title: { zh: '机主身份证件原件', en: 'Original identity document of the holder' },
  text: {
    zh: '请带身份证件原件和一份复印件：它证明您就是机主。',
    en: 'Bring the original identity document and a photocopy of it: they prove who the holder is.',
  },
  askedOf: ['self', 'agent'],
  proves: 'identity',
}

const copy: GuideMaterial = {
  id: 'identity_copy',
  title: { zh: '身份证件复印件', en: 'A photocopy of the identity document' },
  text: {
    zh: '正反两面印在同一张纸上；没有带的，可在营业厅复印。',
    en: 'Both sides on one sheet; the store can make it if you have none.',
  },
}

const card: GuideMaterial = {
  id: 'card',
  title: { zh: '要注销的实体卡', en: 'The SIM card to cancel' },
  unless: ['card_gone'],
  text: {
    zh: '请把要注销的 SIM 卡一起带来；卡丢失或损坏也能办理，工作人员会注明原因。',
    en:
      'Bring the SIM card that is to be cancelled; if it is lost or damaged, staff note why and ' +
      'go on.',
  },
}

const device: GuideMaterial = {
  id: 'device',
  title: { zh: '装有该 eSIM 的设备', en: 'The device that holds the eSIM' },
  unless: ['device_gone'],
  text: {
    zh: '充好电、能开机；设备已丢失或损坏的，请告诉工作人员。',
    en: 'Charged and able to start; if it is lost or broken, tell the staff.',
  },
}

const paymentProof: GuideMaterial = {
  id: 'payment_proof',
  title: { zh: '缴费凭证', en: 'Payment proof' },
  text: {
    zh: '最近的账单或缴费凭证，用来说明号码没有欠费。',
    en: 'The latest bill or proof of payment, to show that nothing is owed on the number.',
  },
}

const servicePassword: GuideMaterial = {
  id: 'service_password',
  title: { zh: '服务密码（无需出示）', en: 'Your service password (never shown to staff)' },
  text: {
    zh: '服务密码只由您本人在运营商自己的系统上输入：本服务台不询问、不记录，也没有填写它的地方。',
    en:
      "You alone type the service password, on the carrier's own system: this desk never asks " +
      'for it, never stores it and has no field for it.',
  },
  notNoted: true,
}

/** For people acting on behalf of a holder (P3). */
const forOthers: GuideMaterial[] = [
  {
    id: 'mandate',
    title: { zh: '机主签名的授权委托书', en: 'Power of attorney signed by the holder' },
    text: {
      zh: '写明号码、委托事项和日期。',
      en: 'Naming the number, what is to be done, and the date.',
    },
    askedOf: ['agent'],
    proves: 'right_to_act',
  },
  {
    id: 'agent_document',
    title: { zh: '经办人身份证件原件', en: 'Original identity document of the agent' },
    text: {
      zh: '代办的，机主和经办人的证件都须出示原件。',
      en: 'When someone acts for the holder, staff check both original documents.',
    },
    askedOf: ['agent', 'company_agent'],
    proves: 'identity',
  },
  {
    id: 'guardian_document',
    title: { zh: '监护人身份证件原件', en: 'Original identity document of the guardian' },
    text: {
      zh: '未成年人的号码由监护人办理。',
      en: "A minor's number is cancelled by the guardian.",
    },
    askedOf: ['guardian'],
    proves: 'identity',
  },
  {
    id: 'minor_document',
    title: {
      zh: '未成年机主的身份证件或户口簿',
      en: "The minor's identity card or household register",
    },
    text: {
      zh: '未成年人还没有办身份证的，用户口簿即可。',
      en: 'A household register will do for a minor who has no identity card yet.',
    },
    askedOf: ['guardian'],
    proves: 'identity',
  },
  {
    id: 'guardianship_proof',
    title: { zh: '监护关系证明', en: 'Proof of guardianship' },
    text: {
      zh: '户口簿、出生医学证明或法院文书均可。',
      en: 'A household register, birth certificate or court document.',
    },
    askedOf: ['guardian'],
    proves: 'right_to_act',
  },
  {
    id: 'heir_document',
    title: { zh: '继承人身份证件原件', en: 'Original identity document of the heir' },
    text: { zh: '机主已故的，由继承人办理。', en: 'If the holder has died, the heir applies.' },
    askedOf: ['heir'],
    proves: 'identity',
  },
  {
    id: 'death_certificate',
    title: { zh: '死亡证明', en: 'The death certificate' },
    text: { zh: '医院或公安机关出具。', en: 'Issued by a hospital or the police.' },
    askedOf: ['heir'],
    proves: 'right_to_act',
  },
  {
    id: 'kinship_proof',
    title: { zh: '亲属关系证明', en: 'Proof of kinship' },
    text: {
      zh: '户口簿、结婚证、出生医学证明或公证书均可。',
      en: 'A household register, marriage or birth certificate, or notarised document.',
    },
    askedOf: ['heir'],
    proves: 'right_to_act',
  },
  {
    id: 'business_licence',
    title: { zh: '加盖公章的营业执照', en: 'Business licence with the company seal' },
    text: {
      zh: '复印件须加盖单位公章；事业单位、社会团体用法人证书。',
      en: 'A copy has to bear the seal; institutions and associations bring their certificate.',
    },
    askedOf: ['company_agent'],
    proves: 'identity',
  },
  {
    id: 'company_letter',
    title: { zh: '单位授权委托书', en: 'Company authorization letter' },
    text: {
      zh: '加盖公章，写明号码和经办人。',
      en: 'With the company seal, naming the number and the agent.',
    },
    askedOf: ['company_agent'],
    proves: 'right_to_act',
  },
]

/** For a document that differs from the registered one or has expired (P10). */
const forDocuments: GuideMaterial[] = [
  {
    id: 'old_document_proof',
    title: { zh: '旧证件，或写有旧证件号码的证明', en: 'The old document, or proof of its number' },
    text: {
      zh: '证件换发过、与运营商登记的不同时才需要，例如旧护照或出入境部门的说明。',
      en:
        'Only where the document was renewed and differs from what the carrier registered: an ' +
        'old passport, or a statement of the issuing office.',
    },
    when: ['renewed_document'],
    proves: 'identity',
  },
  {
    id: 'valid_document_proof',
    title: { zh: '有效的身份证明', en: 'A valid proof of identity' },
    text: {
      zh: '证件过期时才需要，例如临时身份证，或公安机关出具的身份证明。',
      en:
        'Only where the document has expired: a temporary identity card, or a certificate of ' +
        'the police.',
    },
    when: ['expired_document'],
    proves: 'identity',
  },
]

/** What to bring on a path (F5 to F8; P3 for people acting on behalf of a holder). */
export function materialsFor(cardType: CardType, channel: Channel): GuideMaterial[] {
  const thing = cardType === 'sim' ? [card] : channel === 'in_store' ? [device] : []
  return [
    holderDocument,
    copy,
    ...thing,
    paymentProof,
    servicePassword,
    ...forDocuments,
    ...forOthers,
  ]
}
