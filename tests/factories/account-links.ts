import { makeLink, takeLink } from '@/lib/accounts/links/commands'
import { refused } from '@/lib/result'
import { tuesday } from './requests'

/** Where a link is opened, for tests that do not count tries. */
export const anywhere = { headers: { get: () => null }, device: null }

/** An administrator sends a link, and whoever has it chooses this password by it. */
export async function resetBy(by: string, id: string, password: string) {
  const made = await makeLink(by, id, tuesday)
  if (!made.ok) return made
  const taken = await takeLink({ text: made.value.text, password }, anywhere, tuesday)
  return typeof taken === 'string'
    ? refused({ code: taken })
    : ({ ok: true, value: { ...taken, text: made.value.text } } as const)
}
