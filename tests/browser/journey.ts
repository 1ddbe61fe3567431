// A request's whole way, as people take it: from the counter to the receipt and the customer's
// status.
import type { Browser, Page } from '@playwright/test'
import { type Wish, at, expect, move, noteCall, noteStep, record, steps } from './counter'
import { command } from './operator'

export type Path = {
  name: string
  wish: Wish
  before: [string, keyof typeof steps][]
  after: [string, keyof typeof steps][]
  /** The carrier rings back. */
  rings?: true
}

const common: [string, keyof typeof steps][] = [
  ['核查销户条件', 'obligations'],
  ['余额和退款方式', 'balance'],
  ['风险告知', 'ticks'],
]

/** The four paths, each with what is noted on the way. */
export const paths: Path[] = [
  {
    name: 'SIM in store',
    wish: {
      cardType: '实体 SIM 卡',
      channel: '营业厅办理',
      carrier: '中国移动',
      region: '上海',
      phone: '13800139101',
      name: '张路径',
      serial: 101,
      contactPhone: '13900139101',
    },
    before: [
      ['收验材料', 'materials'],
      ...common,
      ['核对机主身份和号码', 'identity'],
      ['打印并签署申请表', 'ticks'],
      ['收回实体卡', 'cardReturned'],
    ],
    after: [['提交运营商系统', 'submission']],
  },
  {
    name: 'SIM online',
    wish: {
      cardType: '实体 SIM 卡',
      channel: '网上办理',
      carrier: '中国移动',
      region: '广东',
      phone: '13800139102',
      name: '李路径',
      serial: 102,
      contactPhone: '13900139102',
    },
    before: [
      ['查验证件照片', 'materials'],
      ['核对机主身份和号码', 'identity'],
      ...common,
      ['登记运营商流水号', 'submission'],
    ],
    after: [],
  },
  {
    name: 'eSIM in store',
    wish: {
      cardType: 'eSIM',
      channel: '营业厅办理',
      carrier: '中国电信',
      region: '江苏',
      phone: '13800139103',
      name: '王路径',
      serial: 103,
      contactPhone: '13900139103',
    },
    before: [
      ['收验材料', 'materials'],
      ...common,
      ['核对机主身份和号码', 'identity'],
      ['打印并签署申请表', 'ticks'],
      ['检查设备网络锁', 'notLocked'],
    ],
    after: [
      ['提交运营商系统', 'submission'],
      ['检查设备状态', 'noService'],
    ],
  },
  {
    name: 'eSIM online',
    wish: {
      cardType: 'eSIM',
      channel: '网上办理',
      carrier: '中国电信',
      region: '上海',
      phone: '13800139104',
      name: '赵路径',
      serial: 104,
      contactPhone: '13900139104',
    },
    before: [
      ['查验证件照片', 'materials'],
      ['核对机主身份和号码', 'identity'],
      ...common,
      ['登记运营商流水号', 'submissionRung'],
    ],
    after: [['检查设备状态', 'noService']],
    rings: true,
  },
]

/** Takes a request the whole way; each page in the hands of whoever's it is. */
export async function wholeWay(
  { wish, before, after, rings }: Path,
  { staff, reviewer, browser }: { staff: Page; reviewer: Page; browser: Browser },
) {
  const { reference, code } = await record(staff, wish)
  await staff.goto(at(`/requests/${reference}/receipt`))
  await expect(staff.getByText('页面不存在')).toBeVisible()

  for (const [title, fill] of before) await noteStep(staff, reference, title, steps[fill])
  await move(staff, reference, '提交审核')
  await expect(staff.getByText('审核中').first()).toBeVisible()
  await expect(staff.getByRole('button', { name: '打印写明日期的受理单' })).toBeVisible()
  await staff.goto(at(`/requests/${reference}/slip`))
  await expect(staff.getByText(/审核中：最迟.*出结果/)).toBeVisible()

  if (rings) await noteCall(staff, reference, '已接通，核实完成')
  await move(reviewer, reference, '审核通过', async (page) => {
    if (wish.channel === '网上办理') await page.getByLabel('运营商的审核结果或流水号').fill('通过')
  })
  await expect(reviewer.getByText('运营商办理中').first()).toBeVisible()
  for (const [title, fill] of after) await noteStep(staff, reference, title, steps[fill])
  await move(reviewer, reference, '办结并出具回执', (page) =>
    page.getByLabel('运营商确认编号').fill('QR-778899'),
  )
  await expect(reviewer.getByText('已注销').first()).toBeVisible()

  await staff.goto(at(`/requests/${reference}/receipt`))
  await expect(staff.getByText('兹证明下列号码已办结销户。')).toBeVisible()
  await expect(staff.getByText('This is to certify')).toBeVisible()
  const number = await staff.getByTestId('receipt-number').innerText()
  await noteStep(staff, reference, '交付回执', steps.printed)

  // The customer, on their own phone, by the contact phone's last four; then by the slip's code.
  const phone = await (
    await browser.newContext({ viewport: { width: 390, height: 844 } })
  ).newPage()
  for (const secret of [wish.contactPhone.slice(-4), code]) {
    await phone.goto(at('/status'))
    await phone.getByLabel('受理编号').fill(reference.toLowerCase())
    await phone.getByLabel('联系电话后四位，或查询码').fill(secret)
    await phone.getByRole('button', { name: '查询' }).click()
    await expect(phone.getByText('号码已注销，回执已出具。')).toBeVisible()
  }
  await phone.goto(at(`/verify/${number.replaceAll('-', '')}`))
  await expect(phone.getByText('回执有效')).toBeVisible()

  // What the QR code carries is signed: as it is it holds, with one character changed it does not.
  const signed = command('tests/browser/sign-receipt', [reference]).trim().split('\n').at(-1) ?? ''
  await phone.goto(at(`/verify?receipt=${signed}`))
  await expect(phone.getByText('签名有效', { exact: false })).toBeVisible()
  await phone.goto(
    at(
      `/verify?receipt=${signed.slice(0, 100)}${signed[100] === 'A' ? 'B' : 'A'}${signed.slice(101)}`,
    ),
  )
  await expect(phone.getByText('回执无效', { exact: false })).toBeVisible()

  // As a PDF: for the customer who came by the slip, for the store, for nobody else.
  for (const [who, path] of [
    [phone, `/api/status/${reference}/receipt`],
    [staff, `/api/requests/${reference}/receipt`],
  ] as const) {
    const answer = await who.request.get(at(path))
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf'])
    const pdf = await answer.body()
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1')).toContain('NotoSansSC')
  }
  expect(
    (
      await (await browser.newContext()).request.get(at(`/api/status/${reference}/receipt`))
    ).status(),
  ).toBe(404)
  expect(
    (await reviewer.context().request.get(at('/api/requests/23456789ABCD/receipt'))).status(),
  ).toBe(404)
}
