import { useEffect } from 'react'

/** What stands for a text's editor, which is loaded once it is first seen. */
export const placeOf = (id: string) => `${id}-place`

/**
 * Whether the page's address names this field: a text's editor that has just been loaded takes the
 * cursor then.
 */
export const isLedTo = (id: string) => location.hash === `#${id}`

/**
 * An address with a field of the guide (`#field-guide-steps-3-text-en`) leads there, from a list of
 * errors as from another page: what it is folded in opens, it comes into sight and takes the
 * cursor.
 */
export function useLeadToField() {
  useEffect(() => {
    const byAddress = () => leadTo(location.hash)
    const byClick = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest('a') : null
      // The address does not change when the same error is followed once more.
      if (link?.hash && link.hash === location.hash && link.pathname === location.pathname)
        leadTo(link.hash)
    }
    byAddress()
    window.addEventListener('hashchange', byAddress)
    document.addEventListener('click', byClick)
    return () => {
      window.removeEventListener('hashchange', byAddress)
      document.removeEventListener('click', byClick)
    }
  }, [])
}

function leadTo(hash: string) {
  const id = hash.slice(1)
  const field = document.getElementById(id) ?? document.getElementById(placeOf(id))
  if (!field?.closest('form')) return
  for (let fold = field.closest('details'); fold; fold = foldAround(fold)) fold.open = true
  field.scrollIntoView({ block: 'center' })
  field.focus({ preventScroll: true })
}

const foldAround = (fold: HTMLDetailsElement) => fold.parentElement?.closest('details') ?? null
