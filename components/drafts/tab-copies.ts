// What is typed before the customer's consent: in this tab's sessionStorage alone, for the account
// that typed it. It is gone with the tab, when that account signs out, when another one uses the
// tab, and after a shift.
import type { Fields } from './fields'

const prefix = 'desk-draft|'
const keyOf = (account: string, place: string) => `${prefix}${account}|${place}`
const longestMs = 12 * 3_600_000

export type TabCopy = { fields: Fields; at: string }

// From signing out until somebody is signed in again nothing is written, whatever timer still runs.
let closed = false

function read(key: string): TabCopy | null {
  try {
    const copy = JSON.parse(sessionStorage.getItem(key) ?? 'null') as TabCopy | null
    return copy && Date.now() - Date.parse(copy.at) < longestMs ? copy : null
  } catch {
    return null
  }
}

/** What this account typed at a place in this tab and nobody sent. */
export const tabCopy = (account: string, place: string) => read(keyOf(account, place))

export function keepInTab(account: string, place: string, fields: Fields) {
  if (closed) return
  try {
    sessionStorage.setItem(
      keyOf(account, place),
      JSON.stringify({ fields, at: new Date().toISOString() }),
    )
  } catch {
    // A browser that stores nothing keeps what is typed on the page alone.
  }
}

export const forgetInTab = (account: string, place: string) =>
  sessionStorage.removeItem(keyOf(account, place))

const forget = (which: (key: string) => boolean) => {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(prefix) && which(key)) sessionStorage.removeItem(key)
}

/** At signing out: nothing of what was typed stays. */
export function forgetAllInTab() {
  closed = true
  forget(() => true)
}

/** This account uses the tab now: what others left goes, and what is older than a shift. */
export function openTabFor(account: string) {
  closed = false
  forget((key) => !key.startsWith(`${prefix}${account}|`) || read(key) === null)
}
