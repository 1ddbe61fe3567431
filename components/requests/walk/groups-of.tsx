import { getLocale, getTranslations } from 'next-intl/server'
import { RichText } from '@/components/guide/rich-text'
import { accountNames } from '@/lib/accounts/queries'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import { blocksOn } from '@/lib/cancellation/rules/obligations'
import type { StepBlock } from '@/lib/cancellation/rules/judge-note'
import { type WalkStep, demandLiftedBy, stepLifting } from '@/lib/cancellation/rules/walk'
import type { DemandName } from '@/lib/cancellation/rules/workflow'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { type NotedKind, isNoted } from '@/lib/domain/step-kinds'
import { pathAddress } from '@/lib/guide/address'
import { localPath } from '@/lib/i18n/address'
import { inLocale } from '@/lib/i18n/bilingual'
import { shortWait } from '../block-text'
import { Recorded } from './recorded'
import type { Group } from './step-group'
import { stepFieldsProps } from './step-fields-props'
import { staffDates } from '@/lib/i18n/dates'

type NotedStep = WalkStep & { step: { kind: NotedKind } }
/** Whether the step is one that somebody notes. */
export const isNotedStep = (item: WalkStep): item is NotedStep => isNoted(item.step.kind)

/** These steps as the groups of a form, as this viewer sees them. */
export async function groupsOf(
  one: OneRequest,
  walk: readonly NotedStep[],
  viewer: { id: string },
): Promise<Group[]> {
  const { record } = one
  const t = await getTranslations('walk')
  const demand = await getTranslations('demands.missing')
  const words = await getTranslations('words')
  const locale = await getLocale()
  const page = localPath(locale, pathAddress(record.cardType, record.channel))
  const notes = walk.map(({ step }) => record.steps[step.id])
  const names = await accountNames([...new Set(notes.flatMap((note) => note?.by ?? []))])
  // What another group of the same form answers holds nothing back: they are saved together.
  const isMetHere = (name: StepBlock) => {
    const lifting = stepLifting(name as DemandName, one.situation.guide)
    return walk.some((item) => item.step.id === lifting?.id && item.blocks.length === 0)
  }
  // Whom it waits for, or from when on it can be submitted: as the customer is told (P27).
  const blocks = blocksOn(record, one.personal, one.situation.today)
  const wait = shortWait(blocks, { words, day: staffDates.day })
  const missingOf = (name: DemandName) =>
    demand(name) + (name === 'obligations_clear' && wait ? words('inBrackets', { text: wait }) : '')
  return Promise.all(
    walk.map(async ({ step, state, blocks, optional }): Promise<Group> => {
      const note = record.steps[step.id]
      const fields = await stepFieldsProps(one, step, locale)
      const title = inLocale(locale, step.staff.title)
      const lifts = demandLiftedBy(step.kind) ?? null
      return {
        step: step.id,
        title,
        lifts,
        // A guide may have several instructions: each is called by its title.
        missing:
          lifts && step.kind !== 'instruction' ? missingOf(lifts) : t('stepMissing', { title }),
        state,
        optional,
        notedBy: note
          ? t(note.from ? 'notedFrom' : 'notedBy', {
              name: names.get(note.by ?? '') ?? t('someone'),
              time: staffDates.moment(note.at),
              reference: groupReference(note.from ?? ''),
            })
          : null,
        noted: note ? { sequence: note.sequence, mine: note.by === viewer.id } : null,
        text: (
          <RichText locale={locale} page={page} className="max-w-[44rem]">
            {inLocale(locale, step.staff.text)}
          </RichText>
        ),
        recorded: note ? <Recorded note={note} fields={fields} /> : null,
        blocks: blocks.filter((name) => !isMetHere(name)).map((name) => demand(name)),
        fields,
      }
    }),
  )
}
