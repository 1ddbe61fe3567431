// Customers find a store, with scripts and without, in both languages, on a phone.
import type { Page } from '@playwright/test'
import { at, expect, test } from './counter'
import { command, makeStore } from './operator'

const phone = { width: 390, height: 844 }

/** Nothing on the page is wider than the screen, also with letters twice as large. */
async function fits(page: Page) {
  const sideways = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(await sideways(), page.url()).toBeLessThanOrEqual(0)
  // 200 % of a 390 pixel wide screen is laid out as 195 pixels.
  await page.setViewportSize({ width: 195, height: 422 })
  expect(await sideways(), `${page.url()} at 200 %`).toBeLessThanOrEqual(0)
  await page.setViewportSize(phone)
}

const cityStore = (code: string, name: string, latitude: string, longitude: string) =>
  command('lib/ops/commands/store-create', [
    ...['--code', code, '--name-zh', name, '--name-en', code],
    ...['--address-zh', `${name}路 1 号`, '--address-en', `1 ${code} Road`],
    ...['--phone', '0451-5550 0100', '--region', 'CN-HL', '--serves', 'CN-HL'],
    ...['--district-zh', '道里区', '--district-en', 'Daoli'],
    ...['--latitude', latitude, '--longitude', longitude],
  ])

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: phone })

  for (const [prefix, words] of [
    [
      '',
      {
        carrier: '运营商',
        mobile: '中国移动',
        region: '号码归属地',
        shanghai: '上海',
        card: '卡的情况',
        lost: '实体卡已丢失或损坏',
        place: '去哪里办',
        district: '上海 · 黄浦区',
        find: '查找',
        demo: '演示营业厅',
        told: '卡丢了也能办',
        bring: '需带材料',
        privacy: '个人信息怎么处理',
        days: /申请结束 \d+ 天后自动销毁/,
      },
    ],
    [
      '/en',
      {
        carrier: 'Carrier',
        mobile: 'China Mobile',
        region: 'Home region',
        shanghai: 'Shanghai',
        card: 'Your card',
        lost: 'Physical SIM, lost or damaged',
        place: 'Where',
        district: 'Shanghai · Huangpu',
        find: 'Find',
        demo: 'Demo Store',
        told: 'You can cancel without the card',
        bring: 'What to bring',
        privacy: 'Your personal information',
        days: /Destroyed \d+ days? after the request ends/,
      },
    ],
  ] as const) {
    test(`a store is found by what the case needs, at ${prefix || '/'}`, async ({ page }) => {
      await page.goto(at(`${prefix}/find-store`))
      await expect(page.locator('[data-nearest]')).toBeHidden()
      await fits(page)
      await page.getByLabel(words.carrier).selectOption({ label: words.mobile })
      await page.getByLabel(words.region).selectOption({ label: words.shanghai })
      await page.getByLabel(words.card).selectOption({ label: words.lost })
      await page.getByLabel(words.place).selectOption({ label: words.district })
      await page.getByRole('button', { name: words.find, exact: true }).click()
      await expect(page.getByText(words.told)).toBeVisible()
      await expect(page.getByLabel(words.place)).toHaveValue('CN-SH 黄浦区')
      const item = page.getByRole('listitem').filter({ hasText: words.demo })
      await expect(item.getByRole('link', { name: '021-5550 0100' })).toHaveAttribute(
        'href',
        'tel:02155500100',
      )
      await fits(page)

      await item.getByRole('link', { name: words.demo }).click()
      await expect(page.getByRole('heading', { name: words.demo, level: 1 })).toBeVisible()
      await expect(page.getByText('09:00–18:00').first()).toBeVisible()
      await expect(page.locator('a[href^="geo:31.2304,121.4737?q="]')).toBeVisible()
      await expect(page.locator('a[href^="https://uri.amap.com/marker?"]')).toBeVisible()
      await fits(page)
      await page.getByRole('link', { name: words.bring }).click()
      await expect(page).toHaveURL(/guide\/sim\/in-store\?carrier=china-mobile&region=CN-SH/)

      await page.getByRole('contentinfo').getByRole('link', { name: words.privacy }).click()
      await expect(page.getByRole('heading', { name: words.privacy, level: 1 })).toBeVisible()
      await expect(page.getByText(words.days).first()).toBeVisible()
      await fits(page)
    })
  }

  test('a store that cannot do it is left out, and there is a way on', async ({ page }) => {
    // The demo store serves all home regions but two (P11), the one in Beijing all of them; in its
    // district there is no other.
    makeStore('serves-all', '全国营业厅', [])
    const district = encodeURIComponent('CN-SH 黄浦区')
    await page.goto(at(`/find-store?carrier=china-mobile&region=CN-XZ&place=${district}`))
    await expect(page.getByRole('heading', { name: '没有符合的营业厅' })).toBeVisible()
    await expect(page.getByRole('link', { name: '演示营业厅' })).toHaveCount(0)
    await expect(page.getByText('10086')).toBeVisible()
    await expect(page.getByText('查看其他地区能办的')).toBeVisible()
  })

  test('a closed store says so, and one that never was is not found', async ({ page }) => {
    makeStore('shut', '关门营业厅', [])
    command('tests/browser/close-store', ['shut'])
    await page.goto(at('/find-store/shut'))
    await expect(page.getByText('这家营业厅已停业')).toBeVisible()
    await page.goto(at('/find-store?place=CN-BJ'))
    await expect(page.getByRole('link', { name: '关门营业厅' })).toHaveCount(0)
    expect((await page.goto(at('/find-store/never-was')))?.status()).toBe(404)
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: phone, permissions: ['geolocation'] })

  test('stores are sorted by distance at a press, and the position is not sent', async ({
    page,
    context,
  }) => {
    // Harbin: nobody else's stores are near.
    cityStore('hl-far', '远处营业厅', '45.9000', '126.9000')
    cityStore('hl-near', '近处营业厅', '45.7560', '126.6420')
    makeStore('hl-none', '无坐标营业厅', [])
    await context.setGeolocation({ latitude: 45.75701, longitude: 126.64202 })
    await page.goto(at('/find-store?place=CN-HL'))
    const names = page.locator('ol h3')
    await expect(names).toHaveText(['远处营业厅', '近处营业厅'])
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url()))
    await page.getByRole('button', { name: '按距离排序' }).click()
    await expect(page.getByRole('status')).toHaveText(
      '已由近到远排列。您的位置只在本机使用，不会上传。',
    )
    await expect(names).toHaveText(['近处营业厅', '远处营业厅'])
    await expect(page.locator('ol li').first()).toContainText('不到 1 公里')
    await expect(page.locator('ol li').last()).toContainText('约 26 公里')
    expect(sent).toEqual([])

    // Those whose place nobody has entered stand last.
    await page.goto(at('/find-store'))
    await page.getByRole('button', { name: '按距离排序' }).click()
    await expect(names.first()).toHaveText('近处营业厅')
    const places = await page
      .locator('ol > li')
      .evaluateAll((rows) => rows.map((row) => row.hasAttribute('data-place')))
    expect(places).toEqual(places.toSorted((one, other) => Number(other) - Number(one)))
    expect(places).toContain(false)
  })
})

test('a position that is refused is said, with another way', async ({ page, context }) => {
  await context.clearPermissions()
  await page.goto(at('/find-store'))
  await page.getByRole('button', { name: '按距离排序' }).click()
  await expect(page.getByRole('status')).toHaveText(/可以改用“去哪里办”选择地区/)
})

test('an administrator enters where a store is, refused at its field', async ({ admin }) => {
  makeStore('placed', '有址营业厅', [])
  await admin.goto(at('/stores/placed'))
  await admin.getByLabel('纬度').fill('125.32')
  await admin.getByLabel('经度').fill('43.88')
  await admin.getByLabel('区县（中文）').fill('朝阳区')
  await admin.getByRole('button', { name: '保存', exact: true }).click()
  await expect(admin.getByText('检查纬度和经度是否填反').first()).toBeVisible()
  await expect(admin.getByLabel('纬度')).toHaveValue('125.32')
  await admin.getByLabel('纬度').fill('43.88')
  await admin.getByLabel('经度').fill('125.32')
  await admin.getByRole('button', { name: '保存', exact: true }).click()
  await expect(admin.getByLabel('区县（英文）')).toHaveAttribute('aria-invalid', 'true')
  await admin.getByLabel('区县（英文）').fill('Chaoyang')
  await admin.getByRole('button', { name: '保存', exact: true }).click()
  await expect(admin.getByText('已保存')).toBeVisible()
  // Whoever is signed in sees it at once.
  await admin.goto(at('/find-store/placed'))
  await expect(admin.getByText('朝阳区')).toBeVisible()
  await expect(admin.locator('a[href*="125.32%2C43.88"]').first()).toBeVisible()
})

test('the quiet hours of a store are told from its visits, and how sure they are', async ({
  page,
}) => {
  makeStore('calm', '清静营业厅', [])
  command('tests/browser/fill-visits', ['calm'])
  await page.goto(at('/find-store/calm'))
  const quiet = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: '人少的时段' }) })
  await expect(quiet).toContainText('14:00–15:00')
  await expect(quiet).toContainText('根据最近 8 周约 640 次到店统计')
  await page.goto(at('/find-store/demo'))
  await expect(page.getByRole('heading', { name: '人少的时段' })).toHaveCount(0)
})
