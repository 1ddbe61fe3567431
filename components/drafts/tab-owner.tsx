'use client'
import { type ReactNode, createContext, useContext, useEffect } from 'react'
import { openTabFor } from './tab-copies'

const Owner = createContext('')

/** The id of the account whose drafts this tab keeps. */
export const useTabOwner = () => useContext(Owner)

/** Says who uses this tab, so that nobody finds what another one typed. */
export function TabOwner({ account, children }: { account: string; children: ReactNode }) {
  useEffect(() => openTabFor(account), [account])
  return <Owner value={account}>{children}</Owner>
}
