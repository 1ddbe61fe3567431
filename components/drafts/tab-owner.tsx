'use client'
import { type ReactNode, createContext, useContext, useEffect } from 'react'
import { openTabFor } from './tab-copies'

const Owner = createContext('')

/** The id of the account that owns this tab's drafts. */
export const useTabOwner = () => useContext(Owner)

/** Sets the tab's owner, so that nobody finds another account's input. */
export function TabOwner({ account, children }: { account: string; children: ReactNode }) {
  useEffect(() => openTabFor(account), [account])
  return <Owner value={account}>{children}</Owner>
}
