import clsx from 'clsx'
import type { ButtonHTMLAttributes } from 'react'

export type ButtonLook = 'primary' | 'secondary' | 'danger' | 'plain'

const looks: Record<ButtonLook, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong border-transparent',
  secondary: 'bg-surface text-accent border-edge hover:bg-accent-soft',
  danger: 'bg-surface text-bad border-bad hover:bg-bad-soft',
  plain: 'bg-transparent text-accent border-transparent not-disabled:hover:bg-accent-soft',
}

/** The style of a button, also for links. At least 44 pixels high, for thumbs. */
export const buttonClass = (look: ButtonLook = 'primary', more?: string) =>
  clsx(
    'inline-flex min-h-11 items-center justify-center gap-2 rounded-md border px-4 py-2 ' +
      'text-center font-semibold no-underline disabled:text-quiet',
    // A plain one has no box while it is disabled either, as it is until a page's scripts have
    // come.
    look !== 'plain' && 'disabled:border-line disabled:bg-sunken',
    looks[look],
    more,
  )

export function Button({
  look = 'primary',
  className,
  type = 'submit',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: ButtonLook }) {
  return <button type={type} className={buttonClass(look, className)} {...rest} />
}
