'use client'
import type { Editor } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useFault } from '@/components/forms/texts'
import { Button } from '@/components/ui/button'
import { FieldMessage, controlClass } from '@/components/ui/field-frame'
import { picturePath } from '@/lib/guide/address'

/**
 * Uploads a picture and inserts it into the text. The alternative text is asked first: some readers
 * get only that.
 */
export function PictureForm({ editor, close }: { editor: Editor; close: () => void }) {
  const t = useTranslations('guides.tools')
  const fault = useFault()
  const [words, setWords] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  const send = async () => {
    const chosen = file.current?.files?.[0]
    if (!words.trim()) return setWrong('picture_words_needed')
    if (!chosen) return setWrong('picture_needed')
    setBusy(true)
    const answer = await fetch('/api/pictures', { method: 'POST', body: chosen }).catch(() => null)
    setBusy(false)
    const { id, fault: code } = (await answer?.json().catch(() => null)) ?? {}
    if (!id) return setWrong(code ?? 'picture_not_sent')
    editor
      .chain()
      .focus()
      .setImage({ src: `${picturePath}${id}`, alt: words.trim() })
      .run()
    close()
  }
  return (
    <div className="grid gap-2 border-t border-line p-2">
      <input
        value={words}
        onChange={({ target }) => setWords(target.value)}
        aria-label={t('pictureWords')}
        placeholder={t('pictureWords')}
        autoComplete="off"
        className={controlClass()}
      />
      <div className="flex flex-wrap items-center gap-2">
        <input
          ref={file}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          aria-label={t('pictureFile')}
          className="min-w-0 flex-1 basis-52 text-sm"
        />
        <Button type="button" look="secondary" disabled={busy} onClick={() => void send()}>
          {busy ? t('sending') : t('apply')}
        </Button>
      </div>
      {wrong && <FieldMessage tone="bad">{fault(wrong)}</FieldMessage>}
    </div>
  )
}
