'use client'
import type { Editor } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useFault } from '@/components/forms/texts'
import { Button } from '@/components/ui/button'
import { FieldMessage, controlClass } from '@/components/ui/field-frame'
import { isOutsideAddress } from '@/lib/guide/links'

/**
 * Links the selected text; without a selection, inserts the address itself. Empty removes the link.
 */
export function LinkForm({ editor, close }: { editor: Editor; close: () => void }) {
  const t = useTranslations('guides.tools')
  const fault = useFault()
  const [address, setAddress] = useState(String(editor.getAttributes('link').href ?? ''))
  const [wrong, setWrong] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const apply = () => {
    const href = address.trim()
    if (href !== '' && !/^[/#]/.test(href) && !isOutsideAddress(href)) {
      setWrong(true)
      field.current?.focus()
      return
    }
    // Tiptap moves the focus when the chain is built, before it runs: a refused address must not
    // reach this, or the correction would be typed into the text.
    const chain = editor.chain().focus().extendMarkRange('link')
    if (href === '') chain.unsetLink().run()
    else if (editor.state.selection.empty && !editor.isActive('link'))
      chain
        .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
        .run()
    else chain.setLink({ href }).run()
    close()
  }
  // Not part of the form: it has no name, and Enter must not submit the draft.
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    apply()
  }
  return (
    <div className="grid gap-1 border-t border-line p-2">
      <div className="flex flex-wrap gap-2">
        <input
          ref={field}
          value={address}
          onChange={({ target }) => setAddress(target.value)}
          onKeyDown={onEnter}
          aria-label={t('address')}
          placeholder={t('addressHint')}
          aria-invalid={wrong || undefined}
          spellCheck={false}
          autoComplete="off"
          className={controlClass(wrong ? 'wrong' : undefined).replace(
            'w-full',
            'min-w-0 flex-1 basis-52',
          )}
        />
        <Button type="button" look="secondary" onClick={apply}>
          {t('apply')}
        </Button>
      </div>
      {wrong && <FieldMessage tone="bad">{fault('link_malformed')}</FieldMessage>}
    </div>
  )
}
