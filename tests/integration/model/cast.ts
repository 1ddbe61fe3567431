import { accountById } from '@/lib/accounts/queries'
import { createAccount } from '@/lib/accounts/commands'
import { database } from '@/lib/db/client'
import { createStore } from '@/lib/stores/commands'
import { castOf } from './drive'

/** Steps of one sequence. */
export const length = 60

/** The people of the model: those of the demo store, and a clerk of a store far away. */
export async function theCast() {
  await createStore({
    code: 'far',
    nameZh: '远',
    nameEn: 'Far',
    addressZh: '远',
    addressEn: 'Far',
    phone: '1',
    region: 'CN-BJ',
  })
  const made = await createAccount({
    email: 'far@example.test',
    name: 'Far',
    password: 'far-away-password',
    role: 'staff',
    storeCode: 'far',
  })
  const far = await accountById(made.ok ? made.value.id : '')
  const [demoStore, farStore] = await Promise.all(
    ['demo', 'far'].map((code) =>
      database().store.findUniqueOrThrow({ where: { code }, select: { id: true, code: true } }),
    ),
  )
  if (!far || !demoStore || !farStore) throw new Error('no cast')
  return castOf({ kind: 'account', ...far }, { demo: demoStore, far: farStore })
}
