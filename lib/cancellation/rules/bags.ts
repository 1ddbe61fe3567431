import { z } from 'zod'
import type { Refusal } from '@/lib/result'

// Life cycle of a bag: open, counted and sealed, handed over, destroyed. Courier and witness are
// typed names, since they have no account.

const name = z.string('required').trim().min(1, 'required').max(100, 'too_long')

export const bagSchemas = {
  seal: z.strictObject({
    counted: z.coerce.number('required').int('invalid').min(0, 'invalid').max(100_000, 'invalid'),
  }),
  hand_over: z.strictObject({ to: name }),
  destroy: z.strictObject({ witness: name }),
} as const

export type BagAct = keyof typeof bagSchemas
export const isBagAct = (act: string): act is BagAct => Object.hasOwn(bagSchemas, act)

export type BagState = 'open' | 'sealed' | 'handed_over' | 'destroyed'
type Times = { sealedAt: Date | null; handedAt: Date | null; destroyedAt: Date | null }

export const bagState = ({ sealedAt, handedAt, destroyedAt }: Times): BagState =>
  destroyedAt ? 'destroyed' : handedAt ? 'handed_over' : sealedAt ? 'sealed' : 'open'

export type BagRefusal = Refusal<
  | 'bag_empty'
  | 'count_differs'
  | 'bag_not_sealed'
  | 'bag_handed_over'
  | 'bag_destroyed'
  | 'bag_not_finished'
>

/** The part of a bagged card that decides whether the bag may be destroyed. */
export type BaggedCard = { reference: string; state: string }

/** Whether this action is allowed on a bag with these cards: null, or the refusal. */
export function judgeBag(
  act: BagAct,
  bag: Times,
  cards: readonly BaggedCard[],
  counted: number | null,
): BagRefusal | null {
  const state = bagState(bag)
  if (state === 'destroyed') return { code: 'bag_destroyed' }
  if (act === 'seal') {
    if (state !== 'open') return { code: 'bag_handed_over' }
    if (cards.length === 0) return { code: 'bag_empty' }
    return counted === cards.length ? null : { code: 'count_differs' }
  }
  if (state === 'open') return { code: 'bag_not_sealed' }
  if (act === 'hand_over') return state === 'handed_over' ? { code: 'bag_handed_over' } : null
  return cards.every((card) => card.state === 'completed') ? null : { code: 'bag_not_finished' }
}
