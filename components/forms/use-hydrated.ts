'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False until the page's scripts have taken over: what is clicked before that would be lost. */
export const useHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
