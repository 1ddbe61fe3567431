// The cases of the counter, played as a clerk would, and what each may cost at most.
import type { Page } from '@playwright/test'
import { residentId } from '@/lib/ops/seed/demo-people'
import type { Hands } from './hands'

export type Budget = { interactions: number; saves: number; scrolls: number }
export type Case = {
  name: string
  budget: Budget
  play(hands: Hands, people: { reviewer: Page; address: string }): Promise<void>
}

type Visit = { phone: string; name: string; serial: number; contact: string }

const button = (hands: Hands, name: string) => hands.page.getByRole('button', { name, exact: true })

async function signIn(hands: Hands, address: string) {
  const { page } = hands
  await page.goto(`${address}/signin`)
  await hands.fill(page.getByLabel('电子邮箱'), 'staff@example.test', 'e-mail')
  await hands.fill(page.getByLabel('密码', { exact: true }), password, 'password')
  await hands.click(button(hands, '登录'), 'sign in')
}
export const password = 'a password to count with'

/** The form of a new request, as the conversation goes. */
async function open(hands: Hands, { phone, name, serial, contact }: Visit) {
  const { page } = hands
  await hands.click(page.getByRole('link', { name: '新建申请' }).first(), 'new request')
  await hands.click(page.getByLabel('不保留，办理销户'), 'the number is not kept')
  await hands.fill(page.getByLabel('手机号码'), phone, 'number', 'Enter')
  await hands.fill(page.getByLabel('机主姓名'), name, 'name, by the card reader', 'Enter')
  await hands.fill(
    page.getByLabel('证件号码', { exact: true }),
    residentId(serial),
    'document, by the card reader',
    'Enter',
  )
  await hands.fill(page.getByLabel('联系电话'), contact, 'contact phone', 'Enter')
  await hands.click(page.getByRole('radio', { name: '不再需要' }), 'reason')
  await hands.click(page.getByLabel('客户同意为办理销户而处理其个人信息'), 'consent')
}

async function record(hands: Hands) {
  await hands.chord('Control+Enter', 'record and print the slip')
  await hands.page.waitForURL(/requests\/[0-9A-Z]{12}/)
}

/** The steps before review, as they are where nothing is special. */
async function check(hands: Hands, { card = true }: { card?: boolean } = {}) {
  const { page } = hands
  await hands.click(button(hands, '全部已提供'), 'all brought')
  await hands.click(button(hands, '均不涉及'), 'no obligation applies')
  await hands.fill(page.getByLabel('余额（元）'), '0', 'balance', 'Enter')
  await hands.click(button(hands, '已全部告知'), 'explained what it means')
  await hands.click(page.getByLabel('申请表已由客户核对并签名'), 'form signed')
  await hands.click(button(hands, '全部相符'), 'identity matches')
  if (card)
    await hands.fill(
      page.getByLabel('交回的卡的 ICCID'),
      '8986 0070 3101 1209 4320',
      'card, by the scanner',
      'Enter',
    )
}

async function submit(hands: Hands) {
  await hands.click(button(hands, '提交审核'), 'save and submit')
  await hands.page.getByText('审核中').first().waitFor()
}

async function approveElsewhere({ page }: Hands, reviewer: Page) {
  await reviewer.goto(page.url())
  await reviewer.getByRole('button', { name: '审核通过', exact: true }).click()
  await reviewer.getByText('运营商办理中').first().waitFor()
}

/** With the carrier, where it closes at once; then handing over. */
async function finish(hands: Hands) {
  const { page } = hands
  await hands.fill(page.getByLabel('运营商受理编号'), 'YD-2026-0001', "the carrier's reference")
  await hands.click(page.getByRole('checkbox', { name: /服务密码/ }), 'holder typed the password')
  await hands.click(button(hands, '办结并打印回执'), 'complete and print the receipt')
  await page.getByText('已注销').first().waitFor()
  await hands.click(button(hands, '已打印交付并说明'), 'handed over and explained')
  await page.getByRole('heading', { name: '后续事项' }).getByText('已完成').waitFor()
}

export const cases: Case[] = [
  {
    name: 'the plainest walk-in, from signing in to the receipt handed over',
    budget: { interactions: 25, saves: 4, scrolls: 0 },
    async play(hands, { reviewer, address }) {
      await signIn(hands, address)
      await open(hands, {
        phone: '13800139101',
        name: '张路径',
        serial: 101,
        contact: '13900139101',
      })
      await record(hands)
      await check(hands)
      await submit(hands)
      await approveElsewhere(hands, reviewer)
      await finish(hands)
    },
  },
]
