'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False until hydration: earlier clicks would be lost. */
export const useHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
