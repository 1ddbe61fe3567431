import { createAccount } from '@/lib/accounts/commands'
import type { Role } from '@/lib/domain/permissions'
import { database } from '@/lib/db/client'
import { createStore } from '@/lib/stores/commands'
import { regions } from './regions'

export const demoStoreCode = 'demo'

const people: { email: string; name: string; role: Role }[] = [
  { email: 'staff@example.test', name: '演示营业员', role: 'staff' },
  { email: 'reviewer@example.test', name: '演示审核员', role: 'reviewer' },
  { email: 'admin@example.test', name: '演示管理员', role: 'admin' },
]

const usual = { from: '09:00', to: '18:00' }
const weekend = { from: '10:00', to: '17:00' }
const demoWeek = {
  mon: usual,
  tue: usual,
  wed: usual,
  thu: usual,
  fri: usual,
  sat: weekend,
  sun: weekend,
}

/**
 * Creates the demo store and its three accounts; only on the embedded database. False when any
 * account exists.
 */
export async function seedDemoAccounts(password: string): Promise<boolean> {
  if ((await database().account.count()) > 0) return false
  await createStore({
    code: demoStoreCode,
    nameZh: '演示营业厅',
    nameEn: 'Demo Store',
    addressZh: '上海市示例路 1 号',
    addressEn: '1 Example Road, Shanghai',
    phone: '021-5550 0100',
    region: 'CN-SH',
    carrier: 'china-mobile',
    hours: { week: demoWeek, exceptions: [] },
    latitude: 31.2304,
    longitude: 121.4737,
    districtZh: '黄浦区',
    districtEn: 'Huangpu',
    // A store may not serve all home regions (P11): this one excludes the two most distant.
    servesRegions: regions
      .map(({ code }) => code)
      .filter((code) => code !== 'CN-XZ' && code !== 'CN-XJ'),
  })
  for (const person of people) {
    const made = await createAccount({
      ...person,
      password,
      ...(person.role !== 'admin' && { storeCode: demoStoreCode }),
    })
    if (!made.ok) throw new Error(`demo account ${person.email}: ${made.refusal.code}`)
  }
  return true
}
