import type { Page } from '@playwright/test'
import { rateLimits } from '@/lib/rate-limits/limits'
import { confirm } from './confirm'
import { at, expect, record, test } from './counter'
import { password } from './desk'
import { newClerk } from './new-clerk'
import { secondWeb } from './second'
import { approve, secondAdmin } from './second-admin'

async function lookUp(page: Page, address: string, reference: string, secret: string) {
  await page.goto(`${address}/status`)
  await page.getByLabel('受理编号').fill(reference)
  await page.getByLabel('联系电话后四位，或查询码').fill(secret)
  await page.getByRole('button', { name: '查询', exact: true }).click()
}

test('guesses at a request are counted together across two processes', async ({
  staff,
  browser,
}) => {
  test.setTimeout(120_000)
  const { reference, code } = await record(staff, {
    cardType: '实体 SIM 卡',
    channel: '营业厅办理',
    carrier: '中国移动',
    region: '上海',
    phone: '13800139931',
    name: '双测试',
    serial: 121,
    contactPhone: '13912345678',
  })
  const second = await secondWeb()
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  try {
    const both = [process.env.DESK_ADDRESS ?? '', second.address]
    for (let count = 0; count < rateLimits.phone_from.points; count += 1) {
      await lookUp(page, both[count % 2] ?? '', reference, '0000')
      await expect(page.getByText('未查到申请。', { exact: false })).toBeVisible()
    }
    for (const address of both) {
      await lookUp(page, address, reference, '5678')
      await expect(page.getByText('查询次数太多', { exact: false })).toBeVisible()
    }
    // Who has the slip is not held up by it.
    await lookUp(page, both[1] ?? '', reference, code)
    await expect(page.getByRole('heading', { name: /^申请 / })).toBeVisible()
  } finally {
    await context.close()
    await second.stop()
  }
})

test('sign-outs, new roles and disabling take effect at once in the other process', async ({
  admin,
  browser,
}) => {
  test.setTimeout(120_000)
  const clerk = await newClerk(admin, browser, 'two-processes@example.test')
  const second = await secondWeb()
  const there = await browser.newContext()
  const page = await there.newPage()
  const signIn = async () => {
    await page.goto(`${second.address}/signin`)
    await page.getByLabel('电子邮箱').fill('two-processes@example.test')
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page.getByRole('heading', { name: '注销申请' })).toBeVisible()
  }
  try {
    await signIn()
    await clerk.goto(at('/account'))
    const others = clerk.getByRole('button', { name: '退出其他所有设备' })
    await confirm(clerk, others, /^立即退出其他/)
    await expect(clerk.getByText('已保存')).toBeVisible()
    await page.goto(`${second.address}/requests`)
    await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible()

    await signIn()
    await page.goto(`${second.address}/reports`)
    await expect(page.getByText('页面不存在')).toBeVisible()
    await admin.goto(at('/accounts?q=two-processes'))
    await admin.getByRole('link', { name: 'two-processes@example.test' }).click()
    await expect(admin.getByRole('heading', { name: 'two-processes@example.test' })).toBeVisible()
    await admin.getByLabel('角色').selectOption({ label: '审核员' })
    await admin.getByLabel('营业厅', { exact: true }).selectOption({ label: '演示营业厅' })
    const other = await secondAdmin(browser, 'second-of-two@example.test')
    await admin.getByRole('button', { name: '添加角色' }).click()
    await expect(admin.getByText('须由另一位管理员处理')).toBeVisible()
    await approve(other, 'two-processes@example.test', clerk)
    await admin.reload()
    await expect(admin.getByText('审核员 · 演示营业厅')).toBeVisible()
    // Its owner is confirmed by the password alone: whoever was in before signs in anew.
    await signIn()
    await page.goto(`${second.address}/reports`)
    await expect(page.getByRole('heading', { name: '报表' })).toBeVisible()
    // The device that has signed in since counts for what is asked.
    await admin.reload()
    await confirm(admin, admin.getByRole('button', { name: '停用账号' }), /^停用/)
    await expect(admin.getByText('已停用', { exact: true })).toBeVisible()
    await page.goto(`${second.address}/requests`)
    await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible()
  } finally {
    await there.close()
    await second.stop()
  }
})
