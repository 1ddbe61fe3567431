import type { Page } from '@playwright/test'
import { plainPhoto } from '../factories/files'
import { at, expect, move, noteCall, noteStep, openTab, record, steps, test } from './counter'

// Staff of a shop, and a customer whose carrier rings back after an online request (P15).
const wish = (phone: string, serial: number) => ({
  cardType: '实体 SIM 卡' as const,
  channel: '网上办理' as const,
  carrier: '中国电信',
  region: '上海',
  phone,
  name: '来电示例',
  serial,
  contactPhone: '13900139771',
})

/** A request that is in review and waits for its call; the slip's code. */
async function waitingForCall(staff: Page, phone: string, serial: number) {
  const { reference, code } = await record(staff, wish(phone, serial))
  for (const [title, fill] of [
    ['查验证件照片', 'materials'],
    ['核对机主身份和号码', 'identity'],
    ['核查销户条件', 'obligations'],
    ['余额和退款方式', 'balance'],
    ['风险告知', 'ticks'],
    ['登记运营商流水号', 'submissionRung'],
  ] as const)
    await noteStep(staff, reference, title, steps[fill])
  await move(staff, reference, '提交审核')
  await expect(staff.getByText('审核中').first()).toBeVisible()
  return { reference, code }
}

async function lookUp(page: Page, reference: string, secret: string) {
  await page.goto(at('/status'))
  await page.getByLabel('受理编号').fill(reference)
  await page.getByLabel('联系电话后四位，或查询码').fill(secret)
  await page.getByRole('button', { name: '查询' }).click()
}

test('call-back: answered, with a copy of the carrier’s message as evidence', async ({
  staff,
  reviewer,
  page,
}) => {
  test.setTimeout(180_000)
  const { reference, code } = await waitingForCall(staff, '13800139781', 781)
  await staff.goto(at(`/requests/${reference}/slip`))
  await expect(staff.getByTestId('progress').first()).toContainText(
    '中国电信会致电 138****9781 核实，请留意接听。',
  )
  await staff.goto(at('/requests?view=mine'))
  await expect(
    staff.getByRole('row').filter({ hasText: '9781' }).getByText('等待运营商回电'),
  ).toBeVisible()
  await lookUp(page, reference, code)
  await expect(page.getByText('中国电信会致电 138****9781，请留意接听。')).toBeVisible()
  await expect(page.getByText('3 次未接通，运营商会终止办理。')).toBeVisible()

  // What waits for the review is derived, and cannot be ticked (P30).
  await staff.goto(at(`/requests/${reference}`))
  await expect(
    staff.getByRole('navigation', { name: '办理步骤' }).getByText('等待运营商结果'),
  ).toBeVisible()

  // Approving is asked about while nobody has answered.
  await reviewer.goto(at(`/requests/${reference}`))
  await reviewer.getByLabel('运营商的审核结果或流水号').fill('已受理')
  await reviewer.getByRole('button', { name: '审核通过', exact: true }).click()
  await expect(reviewer.getByText('回电尚未接通，请填写仍要通过的原因').first()).toBeVisible()

  await noteCall(staff, reference, '已接通，核实完成')
  await expect(staff.locator('#call')).toHaveCount(0)
  await expect(page.getByText('无需操作，结果会通知您')).toBeVisible()

  await openTab(staff, '资料')
  const papers = staff.locator('#documents')
  await papers.locator('input[type=file]').setInputFiles({
    name: 'message.png',
    mimeType: 'image/png',
    buffer: Buffer.from(await plainPhoto(400, 300)),
  })
  await expect(papers.getByText(/营业厅上传，1 页/)).toBeVisible()
  await reviewer.goto(at(`/requests/${reference}`))
  await openTab(reviewer, '资料')
  await expect(
    reviewer.getByRole('heading', { name: '运营商通知（短信、页面截图等）' }),
  ).toBeVisible()
  await move(reviewer, reference, '审核通过', (on) =>
    on.getByLabel('运营商的审核结果或流水号').fill('已受理'),
  )
  await expect(reviewer.getByText('运营商办理中').first()).toBeVisible()
})

test('call-back: missed three times, submitted again', async ({ staff, reviewer, page }) => {
  test.setTimeout(180_000)
  const { reference, code } = await waitingForCall(staff, '13800139782', 782)
  await noteCall(staff, reference, '未接通')
  await noteCall(staff, reference, '号码打不通，改打其他号码', async (panel) => {
    await panel.getByRole('radio', { name: '其他号码', exact: true }).check()
    await panel.getByLabel('回电号码').fill('13800139782')
    await panel.getByRole('button', { name: '登记' }).click()
    await expect(panel.getByText('这是要注销的号码，请填写其他号码').first()).toBeVisible()
    await panel.getByLabel('回电号码').fill('13700137772')
  })
  await expect(staff.locator('#call').getByText('137****7772', { exact: false })).toBeVisible()
  await noteCall(staff, reference, '未接通')
  await expect(
    staff.locator('#call').getByText('未接通 2 次，满 3 次终止办理', { exact: false }),
  ).toBeVisible()
  await staff.locator('#call').getByRole('radio', { name: '未接通' }).check()
  await staff.locator('#call').getByRole('button', { name: '登记' }).click()
  await expect(staff.getByText('须重新提交运营商').first()).toBeVisible()

  await lookUp(page, reference, code)
  await expect(page.getByText('中国电信来电未接通，已终止办理', { exact: false })).toBeVisible()

  // Nothing of the submission that is over stands in the form.
  await expect(staff.getByLabel('运营商流水号')).toHaveValue('')
  await steps.submissionRung(staff)
  await staff.getByLabel('运营商流水号').fill('DX-2026-0002')
  await staff.getByRole('button', { name: '保存', exact: true }).click()
  await expect(staff.getByText('等待运营商回电').first()).toBeVisible()
  await openTab(staff, '记录')
  const history = staff.locator('#history')
  await history.locator('summary', { hasText: '改了什么' }).first().click()
  await expect(history.getByText('DX-2026-0001 → DX-2026-0002')).toBeVisible()

  // It was never answered: approved with the reason, which stands in the history.
  await move(reviewer, reference, '审核通过', async (on) => {
    await on.getByLabel('运营商的审核结果或流水号').fill('已受理')
    await on.getByLabel('回电尚未接通，仍要通过的原因').fill('运营商已电话告知结果')
  })
  await expect(reviewer.getByText('运营商办理中').first()).toBeVisible()
  await openTab(reviewer, '记录')
  await expect(reviewer.getByText('运营商已电话告知结果').first()).toBeVisible()
})
