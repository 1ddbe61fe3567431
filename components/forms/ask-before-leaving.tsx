'use client'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog, KeepButton, closeDialogOf } from '@/components/ui/confirm-dialog'
import type { FormState } from '@/lib/forms/form-state'
import { useFormTexts } from './texts'

/**
 * Inside a form whose input nobody keeps: asks before it is left by a link while something is not
 * saved, and lets the browser ask where the page is closed. What was sent counts as saved, until
 * the answer says otherwise.
 */
export function AskBeforeLeaving({ state }: { state: FormState }) {
  const { leaving } = useFormTexts()
  const here = useRef<HTMLSpanElement>(null)
  const unsaved = useUnsaved(here, state)
  const [link, ask] = useState<HTMLAnchorElement>()
  useEffect(() => {
    const byLink = (event: MouseEvent) => {
      const asked = unsaved.current ? linkAwayFrom(event) : null
      if (!asked) return
      event.preventDefault()
      event.stopPropagation()
      ask(asked)
    }
    const closing = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault()
    }
    document.addEventListener('click', byLink, true)
    window.addEventListener('beforeunload', closing)
    return () => {
      document.removeEventListener('click', byLink, true)
      window.removeEventListener('beforeunload', closing)
    }
  }, [unsaved])
  const stay = useCallback(() => ask(undefined), [])
  return (
    <>
      <span ref={here} hidden />
      {link && (
        <ConfirmDialog title={leaving.title} text={<p>{leaving.text}</p>} close={stay}>
          <div className="flex flex-wrap gap-3">
            <Button
              type="button"
              look="danger"
              onClick={({ currentTarget }) => {
                closeDialogOf(currentTarget)
                unsaved.current = false
                link.click()
              }}
            >
              {leaving.leave}
            </Button>
            <KeepButton>{leaving.stay}</KeepButton>
          </div>
        </ConfirmDialog>
      )}
    </>
  )
}

/** Whether the form around `here` has input that is not saved. */
function useUnsaved(here: RefObject<HTMLElement | null>, state: FormState) {
  const unsaved = useRef(false)
  useEffect(() => {
    if (state.status === 'invalid' || state.status === 'refused' || state.status === 'looked')
      unsaved.current = true
    if (state.status === 'done' || state.status === 'shown') unsaved.current = false
  }, [state])
  useEffect(() => {
    const form = here.current?.closest('form')
    const typed = () => {
      unsaved.current = true
    }
    const sent = () => {
      unsaved.current = false
    }
    form?.addEventListener('input', typed)
    form?.addEventListener('submit', sent)
    return () => {
      form?.removeEventListener('input', typed)
      form?.removeEventListener('submit', sent)
    }
  }, [here])
  return unsaved
}

/** The link that a click follows away from this page, in this tab; null for any other click. */
function linkAwayFrom(event: MouseEvent): HTMLAnchorElement | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0
  if (!link?.href || elsewhere || link.target || link.hasAttribute('download')) return null
  const to = new URL(link.href, location.href)
  const isHere = to.pathname === location.pathname && to.hash !== ''
  return isHere ? null : link
}
