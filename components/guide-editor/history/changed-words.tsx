import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import { pictureAt } from '@/lib/guide/links'
import type { MarkedWord, Marks, TextLanguage } from '@/lib/guide/marked-words'
import type { WordChange } from '@/lib/guide/word-changes'

/**
 * A text with what was removed struck through and what was added underlined; a screen reader is
 * told where each begins and ends.
 */
export async function ChangedWords({
  changes,
  language,
}: {
  changes: readonly WordChange[]
  language: TextLanguage
}) {
  const t = await getTranslations('guideHistory')
  const around = (kind: Exclude<WordChange['kind'], 'same'>, words: ReactNode) => (
    <>
      <span className="sr-only">{t(`spoken.${kind}`)}</span>
      {words}
      <span className="sr-only">{t('spoken.end')}</span>
    </>
  )
  return (
    <p lang={language === 'zh' ? 'zh-CN' : 'en'} className="break-words whitespace-pre-line">
      {changes.map(({ kind, words }, place) => {
        const key = `${place}`
        if (kind === 'same') return <Words key={key} words={words} />
        const { is: Element, look } = shown[kind]
        return (
          <Element key={key} className={`rounded-sm ${look}`}>
            {around(
              kind,
              <Words words={words} changed={kind !== 'restyled'} picture={t('picture')} />,
            )}
          </Element>
        )
      })}
    </p>
  )
}

const shown = {
  removed: { is: 'del', look: 'bg-bad-soft text-bad' },
  added: { is: 'ins', look: 'bg-good-soft text-good' },
  restyled: {
    is: 'span',
    look: 'bg-warn-soft text-warn underline decoration-double underline-offset-4',
  },
} as const

/** Words with their marks; where they changed, line breaks and addresses are seen as well. */
function Words({
  words,
  changed = false,
  picture = '',
}: {
  words: readonly MarkedWord[]
  changed?: boolean
  picture?: string
}) {
  return stretchesOf(words).map(({ text, marks }, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes on the page
    <Marked key={place} marks={marks} address={changed}>
      {marks.picture !== undefined ? (
        <Picture address={marks.picture} words={text} name={picture} />
      ) : changed ? (
        text.replaceAll('\n', '↵\n')
      ) : (
        text
      )}
    </Marked>
  ))
}

function Marked({
  marks,
  address,
  children,
}: {
  marks: Marks
  address: boolean
  children: ReactNode
}) {
  let shown = children
  if (marks.strong) shown = <strong>{shown}</strong>
  if (marks.em) shown = <em>{shown}</em>
  if (!marks.link) return shown
  return (
    <>
      <span className="decoration-dotted underline" title={marks.link}>
        {shown}
      </span>
      {address && <span className="text-sm"> ({marks.link})</span>}
    </>
  )
}

function Picture({ address, words, name }: { address: string; words: string; name: string }) {
  const id = pictureAt(address)
  return (
    <>
      [{name} {words}]
      {id && isUuid(id) && (
        <img
          src={`/api/pictures/${id}`}
          alt=""
          loading="lazy"
          className="mx-1 inline-block h-16 w-auto rounded-sm border border-line align-middle"
        />
      )}
    </>
  )
}

type Stretch = { text: string; marks: Marks }

/** Neighbouring words of the same marks as one. */
function stretchesOf(words: readonly MarkedWord[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { text, lead: _, ...marks } of words) {
    const last = stretches.at(-1)
    const isSame =
      last && marks.picture === undefined && JSON.stringify(last.marks) === JSON.stringify(marks)
    if (isSame) last.text += text
    else stretches.push({ text, marks })
  }
  return stretches
}
