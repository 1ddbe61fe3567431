import type { useTranslations } from 'next-intl'
import type { Block } from '@/lib/cancellation/rules/obligations'
import type { CarrierByCode } from '@/lib/carriers/queries'
import { nameIn } from '@/lib/i18n/bilingual'
import type { Locale } from '@/lib/i18n/routing'

export type BlockContext = {
  words: ReturnType<typeof useTranslations<'words'>>
  locale: Locale
  obligations: CarrierByCode['obligations']
  day(day: string): string
}

type Named = Pick<BlockContext, 'locale' | 'obligations'>

const obligationOf = ({ obligations }: Named, code: string) =>
  obligations.find((obligation) => obligation.code === code)

const nameOf = (context: Named, code: string) => {
  const named = obligationOf(context, code)
  return named ? nameIn(context.locale, named) : code
}

function byItselfText(block: Block, context: BlockContext) {
  const { clearsOn, from } = block
  const { words, day } = context
  return words(`block.${from === clearsOn ? 'sameDay' : 'nextDay'}`, {
    what: nameOf(context, block.code),
    day: clearsOn ? day(clearsOn) : '',
    from: from ? day(from) : '',
  })
}

/**
 * What holds a request up, as its customer reads it: whom it waits for and until when, why, and
 * what lifts it (P27); the carrier's own text where the store typed none.
 */
export function blockText(block: Block, context: BlockContext): string {
  const { code, waitsFor, clearsOn, why, lifts } = block
  const { words, locale, day } = context
  const named = obligationOf(context, code)
  const help = named && nameIn(locale, { nameZh: named.helpZh, nameEn: named.helpEn })
  const isAwaited = waitsFor !== 'nobody'
  const sentences = [
    isAwaited
      ? words(`block.${waitsFor}`, { what: nameOf(context, code) })
      : byItselfText(block, context),
    why && words('block.why', { why }),
    isAwaited && (lifts || help),
    isAwaited && clearsOn && words('block.expected', { day: day(clearsOn) }),
  ]
  return sentences
    .flatMap((sentence) => (sentence ? `${withoutStop(sentence)}${words('fullStop')}` : []))
    .join('')
    .trim()
}

const withoutStop = (sentence: string) => sentence.trim().replace(/[。.]$/, '')

/** The day from which all that comes by itself holds nothing up. */
const lastDay = (blocks: readonly Block[]) =>
  blocks
    .flatMap(({ from }) => from ?? [])
    .sort()
    .at(-1)

/**
 * Whom staff wait for first, or from which day on it can be submitted, in a few words; null where
 * nothing holds the request up.
 */
export function shortWait(
  blocks: readonly Block[],
  { words, day }: Pick<BlockContext, 'words' | 'day'>,
): string | null {
  const [first] = blocks
  const from = lastDay(blocks)
  return first ? words(`block.short.${first.waitsFor}`, { from: from ? day(from) : '' }) : null
}

/**
 * What its customer does next: their own part first; the store, where that is at work; else to come
 * once others have acted, or from a day on. Null where nothing holds the request up.
 */
export function nextAfterBlocks(
  blocks: readonly Block[],
  { words, day }: Pick<BlockContext, 'words' | 'day'>,
): string | null {
  const [first] = blocks
  if (!first) return null
  if (first.waitsFor === 'customer') return words('block.then.customer')
  if (first.waitsFor === 'store') return words('block.then.store')
  if (first.waitsFor !== 'nobody') return words('block.then.others')
  const from = lastDay(blocks) ?? ''
  return words('block.then.day', { from: day(from) })
}
