const forAll = {
  frozenDays: 90,
  factDays: 15,
  reviewDays: 3,
  waivable: ['identity_copy', 'card', 'device', 'payment_proof'],
}

/**
 * Initial data of a new installation; an administrator adjusts it to the carrier's actual terms.
 */
export const carriers = [
  {
    code: 'china-mobile',
    position: 0,
    nameZh: '中国移动',
    nameEn: 'China Mobile',
    website: 'https://www.10086.cn',
    hotline: '10086',
    closeDays: 1,
    ...forAll,
  },
  {
    code: 'china-unicom',
    position: 1,
    nameZh: '中国联通',
    nameEn: 'China Unicom',
    website: 'https://www.10010.com',
    hotline: '10010',
    closeDays: 1,
    ...forAll,
  },
  {
    code: 'china-telecom',
    position: 2,
    nameZh: '中国电信',
    nameEn: 'China Telecom',
    website: 'https://www.189.cn',
    hotline: '10000',
    closeDays: 1,
    ...forAll,
  },
  {
    code: 'china-broadnet',
    position: 3,
    nameZh: '中国广电',
    nameEn: 'China Broadnet',
    website: 'https://www.10099.com.cn',
    hotline: '10099',
    closeDays: 2,
    ...forAll,
  },
]

const obligationTexts = [
  [
    'arrears',
    '欠费和未出账费用',
    'Arrears and unbilled usage',
    '先结清欠费；当月未出账的费用会随最后一张账单结算。',
    'Pay what is owed; usage not billed yet follows on the last bill.',
  ],
  [
    'contract',
    '合约或在网承诺',
    'Contract or commitment',
    '合约未到期的，等到期或按约定付清违约金。',
    'Wait until it ends, or settle what breaking it costs.',
  ],
  [
    'vanity_number',
    '靓号协议',
    'Vanity-number agreement',
    '有最低消费年限的靓号，先办理协议解除。',
    'A number with a minimum spend needs its agreement ended first.',
  ],
  [
    'bundle',
    '宽带、家庭套餐、副卡、共号手表',
    'Broadband, family plan, secondary cards, a watch',
    '号码上的融合业务先拆分或转到其他号码；共号的手表和副卡先销，主号最后销。',
    'Whatever hangs on the number is split off or moved to another first; a watch and secondary ' +
      'cards are cancelled before the main number.',
  ],
  [
    'enterprise_group',
    '集团成员',
    'Enterprise group',
    '先由单位管理员从集团中移出。',
    "The company's administrator removes it from the group first.",
  ],
  [
    'dispute',
    '未结投诉或争议',
    'Open dispute',
    '先等投诉处理完结。',
    'Let the complaint be settled first.',
  ],
  [
    'protective_suspension',
    '保护性停机（涉诈风险）',
    'Protective suspension (fraud risk)',
    '机主先到营业厅重新核验实名，解除停机后再办理。',
    'The holder is verified again in a store first, which lifts the suspension.',
  ],
] as const

/** What each carrier requires to be cleared before cancelling (P1). */
export const obligations = carriers.flatMap(({ code: carrier }) =>
  obligationTexts.map(([code, nameZh, nameEn, helpZh, helpEn], position) => ({
    carrier,
    code,
    position,
    nameZh,
    nameEn,
    helpZh,
    helpEn,
    money: code === 'arrears',
  })),
)
