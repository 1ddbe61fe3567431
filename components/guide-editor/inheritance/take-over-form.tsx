'use client'
import type { ReactNode } from 'react'
import { type FormActionOf, SettingsForm } from '@/components/settings/settings-form'

type Props = {
  action: FormActionOf
  values: Record<string, string>
  save: string
  children: ReactNode
}

/** The frame of the choices, which are made on the server. */
export const TakeOverForm = ({ action, values, save, children }: Props) => (
  <SettingsForm action={action} values={values} scope="take-over" save={save}>
    {() => children}
  </SettingsForm>
)
