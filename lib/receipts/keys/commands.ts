import { generateKeyPairSync } from 'node:crypto'
import { database } from '@/lib/db/client'
import { keyService } from '@/lib/db/key-service'
import { receiptKeyName, receiptKeyPlace } from './queries'

/** Creates the receipts' signing key if there is none; idempotent under concurrent starts. */
export async function ensureReceiptKey() {
  const { privateKey } = generateKeyPairSync('ed25519')
  const wrapped = new Uint8Array(
    keyService().wrap(receiptKeyPlace, privateKey.export({ format: 'der', type: 'pkcs8' })),
  )
  await database().installationKey.createMany({
    data: [{ name: receiptKeyName, wrapped }],
    skipDuplicates: true,
  })
}
