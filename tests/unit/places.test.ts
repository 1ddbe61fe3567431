import { describe, expect, it } from 'vitest'
import { firstPage, placesFor } from '@/app/[locale]/(desk)/places'
import type { MembershipOf, Role } from '@/lib/domain/permissions'
import en from '@/lib/i18n/messages/en'
import zhCN from '@/lib/i18n/messages/zh-CN'

const as = (...roles: Role[]): MembershipOf[] =>
  roles.map((role) => ({ role, storeId: role === 'admin' ? null : '1', storeCode: null }))

describe('the navigation', () => {
  // One more word, or its plural, does not tell two pages apart.
  it.each([
    ['en', en],
    ['zh-CN', zhCN],
  ] as const)('calls no two pages alike in %s', (_, { shell }) => {
    const plainly = (name: string) => name.toLowerCase().replace(/s\b/g, '')
    const names = placesFor(as('staff', 'reviewer', 'admin'))
      .flatMap(({ places }) => places.map(({ name }) => shell.nav[name]))
      .concat(shell.nav.account, shell.nav.guide)
      .map(plainly)
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
  })

  it('gives no two pages one letter', () => {
    const letters = placesFor(as('staff', 'reviewer', 'admin'))
      .flatMap(({ places }) => places.flatMap(({ letter }) => letter ?? []))
      .concat('m')
    expect(new Set(letters).size).toBe(letters.length)
  })

  it('begins with the work of whoever has some', () => {
    expect(firstPage(as('staff'))).toBe('/requests')
    expect(firstPage(as('admin', 'staff'))).toBe('/requests')
    expect(firstPage(as('reviewer', 'admin'))).toBe('/requests')
    expect(firstPage(as('admin'))).toBe('/overview')
    expect(firstPage([])).toBe('/account')
  })
})
