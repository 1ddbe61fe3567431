'use client'
import { signOut } from 'next-auth/react'
import { Button } from '@/components/ui/button'

export function AccountMenu({ name, signOut: label }: { name: string; signOut: string }) {
  return (
    <div className="flex items-center gap-2">
      <span className="hidden text-sm text-quiet sm:inline">{name}</span>
      <Button type="button" look="plain" className="whitespace-nowrap px-2" onClick={() => void signOut({ callbackUrl: '/signin' })}>{label}</Button>
    </div>
  )
}
