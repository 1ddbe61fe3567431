'use client'
import clsx from 'clsx'
import type { FocusEvent, FormEvent, KeyboardEvent, ReactNode, Ref } from 'react'

type Props = {
  formProps: {
    ref: Ref<HTMLFormElement>
    onSubmit(event: FormEvent<HTMLFormElement>): void
    noValidate: boolean
  } & ({ method: 'post' } | { action: (form: FormData) => void })
  ready: boolean
  className?: string
  onBlur?: (event: FormEvent<HTMLFormElement>) => void
  onFocus?: (event: FocusEvent<HTMLFormElement>) => void
  onKeyDown?: (event: KeyboardEvent<HTMLFormElement>) => void
  children: ReactNode
}

/** The form of `useFormAction`; its fields are disabled until hydration. */
export function ActionForm({ formProps, ready, className, children, ...listeners }: Props) {
  return (
    <form {...formProps} {...listeners}>
      <fieldset disabled={!ready} className={clsx('min-w-0', className)}>
        {children}
      </fieldset>
    </form>
  )
}
