// Input typed before the customer's consent is kept only in this tab's sessionStorage, for the
// account that typed it. It is deleted with the tab, at sign-out, when another account uses the
// tab, and after a shift.
import type { Fields } from './fields'

const prefix = 'desk-draft|'
const keyOf = (account: string, place: string) => `${prefix}${account}|${place}`
const longestMs = 12 * 3_600_000

export type TabCopy = { fields: Fields; at: string }

// After sign-out nothing is written until the next sign-in, whatever timers are still running.
let closed = false

function read(key: string): TabCopy | null {
  try {
    const copy = JSON.parse(sessionStorage.getItem(key) ?? 'null') as TabCopy | null
    return copy && Date.now() - Date.parse(copy.at) < longestMs ? copy : null
  } catch {
    return null
  }
}

/** This account's unsent input at a place in this tab. */
export const tabCopy = (account: string, place: string) => read(keyOf(account, place))

export function keepInTab(account: string, place: string, fields: Fields) {
  if (closed) return
  try {
    sessionStorage.setItem(
      keyOf(account, place),
      JSON.stringify({ fields, at: new Date().toISOString() }),
    )
  } catch {
    // Without storage, the input exists only on the page.
  }
}

export const forgetInTab = (account: string, place: string) =>
  sessionStorage.removeItem(keyOf(account, place))

const forget = (which: (key: string) => boolean) => {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(prefix) && which(key)) sessionStorage.removeItem(key)
}

/** Called at sign-out: deletes all input. */
export function forgetAllInTab() {
  closed = true
  forget(() => true)
}

/** Called at sign-in: deletes other accounts' input and expired input. */
export function openTabFor(account: string) {
  closed = false
  forget((key) => !key.startsWith(`${prefix}${account}|`) || read(key) === null)
}
