import { at, expect, move, noteStep, steps, test } from './counter'
import { submittedAt } from './operator'

const grouped = (reference: string) => reference.replace(/(.{4})(?=.)/g, '$1-')

test('a request overdue across the National Day week is found and completed', async ({
  staff,
  reviewer,
}) => {
  test.setTimeout(120_000)
  const [reference = ''] = submittedAt('2026-09-30T10:00', '13800139701')
  await reviewer.goto(at('/requests?view=overdue'))
  const row = reviewer.getByRole('row').filter({ hasText: grouped(reference) })
  await expect(row).toContainText('2026-10-10')
  await expect(row).toContainText('已逾期')
  await reviewer.goto(at(`/requests/${reference}`))
  await expect(reviewer.getByText('2026-10-10').first()).toBeVisible()
  await move(reviewer, reference, '审核通过')
  await expect(reviewer.getByText('运营商办理中').first()).toBeVisible()
  await noteStep(staff, reference, '提交运营商系统', steps.submission)
  await move(reviewer, reference, '办结并出具回执', (page) =>
    page.getByLabel('运营商确认编号').fill('QR-9'),
  )
  await expect(reviewer.getByText('已注销').first()).toBeVisible()
  await reviewer.goto(at('/requests?view=overdue'))
  await expect(reviewer.getByRole('heading', { name: '注销申请' })).toBeVisible()
  await expect(reviewer.getByRole('row').filter({ hasText: grouped(reference) })).toBeHidden()
})

test("two people on one request see each other's changes and lose nothing typed", async ({
  staff,
  reviewer,
}) => {
  const [reference = ''] = submittedAt('2026-11-20T10:00', '13800139711')
  await staff.goto(at(`/requests/${reference}`))
  await reviewer.goto(at(`/requests/${reference}`))
  await expect(staff.getByText('演示审核员 也在查看本申请')).toBeVisible()
  await expect(reviewer.getByText('演示营业员 也在查看本申请')).toBeVisible()

  const panel = staff.locator('#moves details').filter({ hasText: '退回修改' })
  await panel.locator('summary').click()
  await panel.getByLabel('内部备注').fill('客户想改号码')
  const asks = reviewer.locator('#moves details').filter({ hasText: '要求补充材料' })
  await asks.locator('summary').click()
  await asks.getByLabel('收验材料').fill('请带缴费凭证')
  await asks.getByRole('button', { name: '要求补充材料', exact: true }).click()
  await expect(staff.getByText('本申请已更新。')).toBeVisible()
  await expect(panel.getByLabel('内部备注')).toHaveValue('客户想改号码')
  // To save on top of it is refused, with who did what; the words stay.
  await panel.getByLabel('原因').selectOption({ label: '客户要求修改' })
  await panel.getByRole('button', { name: '退回修改', exact: true }).click()
  await expect(panel.getByRole('alert')).toContainText(/演示审核员：/)
  await expect(panel.getByLabel('内部备注')).toHaveValue('客户想改号码')
  await staff.getByRole('button', { name: '刷新' }).click()
  await expect(staff.getByText('待补充').first()).toBeVisible()
  await reviewer.goto(at('/requests'))
  await expect(staff.getByText('演示审核员 也在查看本申请')).toBeHidden()
})

test('requests are assigned and approved in bulk, each judged by its own demands', async ({
  reviewer,
  staff,
}) => {
  const references = submittedAt('2026-11-20T10:00', '13800139721', 3)
  await reviewer.goto(at('/requests?state=in_review'))
  for (const reference of references)
    await reviewer.getByRole('checkbox', { name: `选中申请 ${grouped(reference)}` }).check()
  await expect(reviewer.getByText('已选 3 个申请')).toBeVisible()
  await reviewer.getByRole('button', { name: '认领', exact: true }).click()
  await expect(reviewer.getByText('认领：办理完成：3 个成功，0 个未成功')).toBeVisible()

  // Taking them in hand was an event: what was seen before it is stale, what is seen now is not.
  // One is no more in review.
  await move(reviewer, references[0] ?? '', '审核不通过', async (page) => {
    const rejects = page.locator('#moves details').filter({ hasText: '审核不通过' })
    await rejects.getByLabel('原因').selectOption({ label: '其他' })
    await rejects.getByLabel('给客户的说明').fill('请先办理过户')
  })
  await expect(reviewer.getByText('未通过').first()).toBeVisible()
  await reviewer.goto(at('/requests?view=mine'))
  for (const reference of references.slice(1))
    await reviewer.getByRole('checkbox', { name: `选中申请 ${grouped(reference)}` }).check()
  await reviewer.getByRole('button', { name: '审核通过' }).click()
  await expect(reviewer.getByText('审核通过后，客户不能再撤回。系统')).toBeVisible()
  await reviewer.getByRole('button', { name: '通过所选申请' }).click()
  await expect(reviewer.getByText('审核通过：办理完成：2 个成功，0 个未成功')).toBeVisible()

  // A page elsewhere cannot send it in somebody's name, and whoever is no reviewer approves
  // nothing.
  const asked = { act: 'approve', chosen: { all: { q: references[1] } } }
  expect(
    (
      await reviewer.request.post(at('/api/requests/bulk'), {
        headers: { origin: 'https://elsewhere.example' },
        data: asked,
      })
    ).status(),
  ).toBe(403)
  expect(
    await (await staff.request.post(at('/api/requests/bulk'), { data: asked })).json(),
  ).toMatchObject({ done: false, code: 'not_yours', left: 0 })
  expect(
    (
      await staff.request.post(at('/api/requests/bulk'), {
        data: { act: 'complete', chosen: { all: {} } },
      })
    ).status(),
  ).toBe(400)

  // Once more: every row says why not.
  for (const reference of references.slice(1))
    await reviewer.getByRole('checkbox', { name: `选中申请 ${grouped(reference)}` }).check()
  const download = reviewer.waitForEvent('download')
  await reviewer.getByRole('button', { name: '导出 CSV' }).click()
  const file = await (await download).createReadStream()
  let csv = ''
  for await (const chunk of file) csv += String(chunk)
  expect(csv.split('\n').filter(Boolean)).toHaveLength(3)
  for (const reference of references.slice(1))
    expect(csv).toContain(`${grouped(reference)},138****`)
  await reviewer.getByRole('button', { name: '审核通过' }).click()
  await reviewer.getByRole('button', { name: '通过所选申请' }).click()
  await expect(reviewer.getByText('审核通过：办理完成：0 个成功，2 个未成功')).toBeVisible()
  await expect(reviewer.getByText('申请当前状态不支持此操作').first()).toBeVisible()
})

test('importing a year lists its faults and changes nothing until they are corrected', async ({
  admin,
  staff,
}) => {
  await admin.goto(at('/calendar/2028'))
  await admin
    .getByLabel('CSV 内容')
    .fill('date,day,name_zh,name_en\n2028-01-03,off,元旦,New Year\n2028-13-01,rest,,x')
  await admin.getByRole('button', { name: '替换 2028 年' }).click()
  await expect(admin.getByText('第 3 行第 1 列：日期不存在')).toBeVisible()
  await expect(admin.getByText('第 3 行第 2 列：应为 off 或 work')).toBeVisible()
  await expect(admin.getByText('本年度还没有调整')).toBeVisible()
  await expect(admin.getByLabel('CSV 内容')).toHaveValue(/2028-13-01/)
  await admin
    .getByLabel('CSV 内容')
    .fill(
      'date,day,name_zh,name_en\n2028-01-03,off,元旦,New Year\n2028-01-08,work,调休,Make-up day',
    )
  await admin.getByRole('button', { name: '替换 2028 年' }).click()
  await expect(admin.getByRole('row').filter({ hasText: '2028-01-08 周六' })).toContainText('上班')
  await expect(admin.getByText('未公布')).toBeVisible()
  await admin.getByRole('button', { name: '标为已公布' }).click()
  await expect(admin.getByText('已公布', { exact: true })).toBeVisible()
  await staff.goto(at('/calendar'))
  await expect(staff.getByText('页面不存在')).toBeVisible()
})

test('importing a year previews which promises move, then moves them with the reason', async ({
  admin,
  staff,
}) => {
  const [reference = ''] = submittedAt('2026-12-30T10:00', '13800139871')
  await staff.goto(at(`/requests/${reference}`))
  await expect(staff.getByText('预计', { exact: false }).first()).toBeVisible()
  await admin.goto(at('/calendar/2027'))
  const csv = admin.getByLabel('CSV 内容')
  await csv.fill(
    'date,day,name_zh,name_en\n2027-01-01,off,元旦,New Year\n2027-01-04,off,元旦,New Year\n' +
      '2027-01-05,off,元旦,New Year',
  )
  await admin.getByRole('button', { name: '预览受影响的承诺日期' }).last().click()
  await expect(
    admin.getByText(`${grouped(reference)} · 审核结果：`, { exact: false }),
  ).toBeVisible()
  await expect(csv).toHaveValue(/2027-01-05/)
  await admin.getByRole('button', { name: '替换 2027 年' }).click()
  await expect(admin.getByRole('row').filter({ hasText: '2027-01-05 周二' })).toBeVisible()
  await admin.getByRole('button', { name: '预览受影响的承诺日期' }).first().click()
  await expect(admin.getByText(/影响 \d+ 个申请的承诺日期/)).toBeVisible()
  await admin.getByRole('button', { name: '标为已公布' }).click()
  await expect(admin.getByText('已公布', { exact: true })).toBeVisible()
  await expect(async () => {
    await staff.goto(at(`/requests/${reference}`))
    await expect(staff.getByText('2027-01-07 工作日历有更新，重新计算')).toBeVisible({
      timeout: 500,
    })
  }).toPass({ timeout: 15_000 })
})

test('reports show charts and figures, and export the same figures as CSV', async ({
  reviewer,
  staff,
}) => {
  await reviewer.goto(at('/reports?by=carrier'))
  await expect(reviewer.getByRole('img', { name: '各组受理数和办结数' })).toBeVisible()
  await expect(reviewer.getByRole('rowheader', { name: '中国移动' })).toBeVisible()
  const download = reviewer.waitForEvent('download')
  await reviewer.getByRole('link', { name: '导出 CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/^report-\d{4}-\d\d-\d\d-.*\.csv$/)
  await staff.goto(at('/reports'))
  await expect(staff.getByText('页面不存在')).toBeVisible()
})
