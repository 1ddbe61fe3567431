'use client'
import { Selection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { useFault } from '@/components/forms/texts'
import { Button } from '@/components/ui/button'
import { FieldMessage, controlClass } from '@/components/ui/field-frame'
import { picturePath } from '@/lib/guide/address'
import { largestPicture, pictureTypes } from '@/lib/guide/pictures/limits'
import { sendPicture } from './send-picture'

type Props = {
  editor: Editor
  lang: string
  /** What was pasted, dropped or chosen and does not stand yet, in its order. */
  files: readonly File[]
  setFiles: (files: readonly File[]) => void
  close: () => void
}

/**
 * Uploads pictures and inserts them into the text, one after the other. The words for those who do
 * not see it are asked before it stands: some readers get only that. A picture that failed stays,
 * with its words, to be tried again.
 */
export function PictureForm({ editor, lang, files, setFiles, close }: Props) {
  const t = useTranslations('guides.tools')
  const guides = useTranslations('guides')
  const fault = useFault()
  const id = useId()
  const [words, setWords] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const [gone, setGone] = useState<number | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const [current, ...others] = files
  const unfit = current && faultOf(current)
  const wrong = refused ?? unfit
  // Whoever pastes has the text under the hands: what is asked is asked there.
  useEffect(() => {
    if (current) field.current?.focus()
  }, [current])
  const next = () => {
    setRefused(null)
    setWords('')
    setFiles(others)
    if (others.length === 0) close()
  }
  const send = async () => {
    if (!current) return setRefused('picture_needed')
    if (unfit) return
    if (!words.trim()) {
      field.current?.focus()
      return setRefused('picture_words_needed')
    }
    setRefused(null)
    setGone(0)
    const sent = await sendPicture(current, setGone)
    setGone(null)
    if ('fault' in sent) return setRefused(sent.fault)
    insert(editor, { src: `${picturePath}${sent.id}`, alt: words.trim() })
    next()
  }
  const language = lang === 'en' ? guides('en') : guides('zh')
  return (
    <div className="grid gap-2 border-t border-line p-2">
      {current && <Preview file={current} more={others.length} />}
      <label htmlFor={id} className="text-sm font-semibold">
        {t('pictureWords', { language })}
      </label>
      <input
        ref={field}
        id={id}
        lang={lang}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          void send()
        }}
        autoComplete="off"
        className={controlClass()}
      />
      <div className="flex flex-wrap items-center gap-2">
        <input
          type="file"
          multiple
          accept={pictureTypes.join(',')}
          aria-label={t('pictureFile')}
          disabled={gone !== null}
          onChange={({ target }) => {
            setRefused(null)
            setFiles([...(target.files ?? []), ...others])
            target.value = ''
          }}
          className="min-w-0 flex-1 basis-52 text-sm"
        />
        {current && (
          <Button type="button" look="plain" disabled={gone !== null} onClick={next}>
            {t('pictureSkip')}
          </Button>
        )}
        <Button type="button" look="secondary" disabled={gone !== null} onClick={() => void send()}>
          {gone === null ? t('apply') : t('sending')}
        </Button>
      </div>
      {gone !== null && (
        <progress aria-label={t('sending')} value={gone} className="h-1.5 w-full" />
      )}
      <div role="status">{wrong && <FieldMessage tone="bad">{fault(wrong)}</FieldMessage>}</div>
    </div>
  )
}

/** What can be seen of a file before it is sent. */
function faultOf({ type, size }: File): string | null {
  if (!pictureTypes.some((taken) => taken === type)) return 'picture_unreadable'
  return size > largestPicture ? 'picture_too_large' : null
}

/** After what is selected; after a table, whose cells have no room for a picture. */
function insert(editor: Editor, attrs: { src: string; alt: string }) {
  const { $to, to } = editor.state.selection
  let place = to
  for (let depth = $to.depth; depth > 0; depth -= 1)
    if ($to.node(depth).type.name === 'table') place = $to.after(depth)
  editor
    .chain()
    .focus()
    .insertContentAt(place, { type: 'image', attrs })
    .command(({ tr }) => {
      // Behind it, not on it: what is typed or inserted next would stand in its place.
      const after = tr.doc.resolve(tr.mapping.map(place))
      tr.setSelection(Selection.findFrom(after, 1, true) ?? Selection.near(after))
      return true
    })
    .run()
}

function Preview({ file, more }: { file: File; more: number }) {
  const t = useTranslations('guides.tools')
  const [src, setSrc] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setSrc(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return (
    <div className="flex min-w-0 items-center gap-3">
      {src && !faultOf(file) && (
        <img src={src} alt="" className="max-h-20 max-w-32 rounded-sm border border-line" />
      )}
      <p className="min-w-0 text-sm">
        {file.name}
        {more > 0 && <span className="text-quiet">{t('pictureMore', { count: more })}</span>}
      </p>
    </div>
  )
}
