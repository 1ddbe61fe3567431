import type { Page } from '@playwright/test'
import { tryLimits } from '@/lib/tries/limits'
import { expect, record, test } from './counter'
import { secondWeb } from './second'

async function lookUp(page: Page, address: string, reference: string, secret: string) {
  await page.goto(`${address}/status`)
  await page.getByLabel('申请编号').fill(reference)
  await page.getByLabel('联系电话后四位，或受理单代码').fill(secret)
  await page.getByRole('button', { name: '查询', exact: true }).click()
}

test('guesses at a request are counted together over two processes on one database', async ({ staff, browser }) => {
  test.setTimeout(120_000)
  const { reference, code } = await record(staff, { cardType: '实体 SIM 卡', channel: '营业厅办理', carrier: '中国移动', region: '上海', phone: '13800139931', name: '双测试', serial: 121, contactPhone: '13912345678' })
  const second = await secondWeb()
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  try {
    const both = [process.env.DESK_ADDRESS ?? '', second.address]
    for (let count = 0; count < tryLimits.status_reference.points; count += 1) {
      await lookUp(page, both[count % 2] ?? '', reference, '0000')
      await expect(page.getByText('没有查到。', { exact: false })).toBeVisible()
    }
    for (const address of both) {
      await lookUp(page, address, reference, code)
      await expect(page.getByText('查询次数太多', { exact: false })).toBeVisible()
    }
  } finally {
    await context.close()
    await second.stop()
  }
})
