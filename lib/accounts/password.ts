import { hash, verify } from '@node-rs/argon2'
import { foldPassword, maxPasswordLength } from './password-rules'

// OWASP's first recommendation for argon2id (the library's default algorithm): 19 MiB, two passes,
// one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string) => hash(foldPassword(password), cost)

let decoy: Promise<string> | undefined

/**
 * Whether the password is the account's. Takes the same time without an account, so that timing
 * does not reveal whether it exists.
 */
export async function passwordFits(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password')
  const typed = foldPassword(password)
  // Longer passwords cannot exist; bound the work for oversized input.
  const possible = [...typed].length <= maxPasswordLength
  const fits = await verify(passwordHash ?? (await decoy), possible ? typed : '')
  return fits && possible && passwordHash !== null
}
