import { forgetInTab, keepInTab, tabCopy } from './tab-copies'

const place = 'requests/transfer'

/**
 * Hands a number on to the page of taking over: within this tab, since no consent is given yet and
 * an address is kept.
 */
export const carryNumber = (account: string, number: string) =>
  keepInTab(account, place, [['phoneNumber', number]])

/** The number that was handed on, once. */
export function carriedNumber(account: string): string {
  const copy = tabCopy(account, place)
  forgetInTab(account, place)
  return copy?.fields[0]?.[1] ?? ''
}
