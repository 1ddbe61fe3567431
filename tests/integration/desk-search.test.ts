import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { FoundGroup } from '@/components/desk-search/found'
import { GET } from '@/app/api/search/route'
import { createAccount } from '@/lib/accounts/commands'
import { database } from '@/lib/db/client'
import type { MembershipOf } from '@/lib/domain/permissions'
import en from '@/lib/i18n/messages/en'
import zhCN from '@/lib/i18n/messages/zh-CN'
import { createStore } from '@/lib/stores/commands'

const admin: MembershipOf[] = [{ role: 'admin', storeId: null, storeCode: null }]
const viewer = vi.hoisted(() => ({ memberships: [] as unknown[] }))
vi.mock('@/lib/auth/viewer', () => ({ currentViewer: async () => viewer }))
// Outside of Next, `next-intl/server` is the one of the browser, which translates nothing.
vi.mock('next-intl/server', async () => {
  const { createTranslator } = await import('next-intl')
  const messagesOf = (locale: string) => (locale === 'en' ? en : zhCN)
  return {
    getLocale: async () => 'zh-CN',
    getMessages: async ({ locale }: { locale: string }) => messagesOf(locale),
    getTranslations: async ({ locale, namespace }: { locale: 'en'; namespace?: 'words' }) =>
      createTranslator({ locale, messages: messagesOf(locale), namespace }),
  }
})

const answer = (query: Record<string, string>) =>
  GET(new Request(`http://desk.test/api/search?${new URLSearchParams(query)}`))
async function found(q: string, locale = 'zh-CN') {
  const { groups } = (await (await answer({ q, locale })).json()) as { groups: FoundGroup[] }
  return new Map(groups.map((group) => [group.name, group.found]))
}

beforeAll(async () => {
  viewer.memberships = admin
  await createStore({
    ...{ code: 'seek-50', nameZh: '寻找百分之50%店', nameEn: 'Seek Fifty', addressZh: '隐秘路9号' },
    ...{ addressEn: '9 Hidden Road', phone: '021-5555', region: 'CN-SH' },
  })
  await createAccount({
    ...{ email: 'sought@example.test', name: '被找的人', password: 'a long password' },
    ...{ role: 'admin' as const },
  })
})

describe('the search over what is set', () => {
  it('finds each kind by what it is called, and says where in it the words stand', async () => {
    expect((await found('隐秘路')).get('stores')).toEqual([
      expect.objectContaining({
        href: '/stores/seek-50',
        title: '寻找百分之50%店',
        snippet: { before: '', hit: '隐秘路', after: '9号' },
      }),
    ])
    expect((await found('被找')).get('accounts')).toEqual([
      expect.objectContaining({ title: '被找的人', snippet: null, note: 'sought@example.test' }),
    ])
    expect((await found('移动')).get('carriers')?.map(({ href }) => href)).toContain(
      '/carriers/china-mobile',
    )
    expect((await found('上海')).get('regions')?.[0]?.href).toContain('region=CN-SH')
    expect((await found('锁屏')).get('settings')?.map(({ href }) => href)).toContain('/security')
    expect((await found('验证码')).get('notices')?.length).toBeGreaterThan(0)
    expect((await found('预销户')).get('rules')?.[0]?.href).toMatch(/^\/carriers\/.+\/rules$/)
  })

  it("finds a guide's texts in both languages, each at its row", async () => {
    const chinese = (await found('身份证')).get('guides') ?? []
    expect(chinese.length).toBeGreaterThan(0)
    for (const { href } of chinese) expect(href).toMatch(/^\/guides\/[0-9a-f-]+(#row-\w+-\w+)?$/)
    // Asked in Chinese for an English word: the text of the other language is shown.
    const english = (await found('identity')).get('guides') ?? []
    expect(english[0]?.snippet?.hit.toLowerCase()).toBe('identity')
  })

  it('finds the draft that nobody has published yet', async () => {
    const guide = await database().guide.findFirstOrThrow({ where: { carrier: null } })
    const account = await database().account.findFirstOrThrow({ where: { kind: 'person' } })
    const content = { intro: { zh: '独一无二的草稿句', en: 'Draft' } }
    const draft = { content, version: 1, updatedAt: new Date(), updatedBy: account.id }
    await database().guideDraft.upsert({
      where: { guideId: guide.id },
      create: { guideId: guide.id, ...draft },
      update: draft,
    })
    expect((await found('独一无二的草稿')).get('guides')).toEqual([
      expect.objectContaining({
        href: `/guides/${guide.id}`,
        note: expect.stringContaining('草稿'),
      }),
    ])
  })

  it('takes the signs of patterns and of SQL as they are typed', async () => {
    expect((await found('50%')).get('stores')).toHaveLength(1)
    expect((await found('5_%')).size).toBe(0)
    expect((await found("'; drop table store; --")).size).toBe(0)
    expect((await found('%%')).size).toBe(0)
    expect(await found('\u0000')).toEqual(new Map())
  })

  it('finds nothing for whoever may not open it', async () => {
    viewer.memberships = [{ role: 'reviewer', storeId: null, storeCode: null }]
    expect((await answer({ q: '隐秘路' })).status).toBe(403)
    viewer.memberships = admin
    expect((await answer({ q: 'a' })).status).toBe(200)
    expect((await found('a')).size).toBe(0)
  })
})
