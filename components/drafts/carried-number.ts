import { forgetInTab, keepInTab, tabCopy } from './tab-copies'

const place = 'requests/transfer'

/**
 * Passes a number on to the transfer page within this tab: consent has not been given yet, and a
 * URL would be logged.
 */
export const carryNumber = (account: string, number: string) =>
  keepInTab(account, place, [['phoneNumber', number]])

/** The number that was passed on; can be read once. */
export function carriedNumber(account: string): string {
  const copy = tabCopy(account, place)
  forgetInTab(account, place)
  return copy?.fields[0]?.[1] ?? ''
}
