'use client'
import clsx from 'clsx'
import type { FormEvent, ReactNode, Ref } from 'react'

type Props = {
  formProps: {
    ref: Ref<HTMLFormElement>
    onSubmit(event: FormEvent<HTMLFormElement>): void
    noValidate: boolean
  } & ({ method: 'post' } | { action: (form: FormData) => void })
  ready: boolean
  className?: string
  onBlur?: (event: FormEvent<HTMLFormElement>) => void
  children: ReactNode
}

/** The form of `useFormAction`; its fields are disabled until hydration. */
export function ActionForm({ formProps, ready, className, onBlur, children }: Props) {
  return (
    <form {...formProps} onBlur={onBlur}>
      <fieldset disabled={!ready} className={clsx('min-w-0', className)}>
        {children}
      </fieldset>
    </form>
  )
}
