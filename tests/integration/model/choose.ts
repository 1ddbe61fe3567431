// Random commands, mostly such as lead on: a walk that is blind would hardly ever reach an end.
import {
  type Command,
  type Model,
  type Path,
  type Person,
  afterApproval,
  allows,
  callOutcomes,
  before,
  freshDays,
  movesOfModel,
  toSubmitAgain,
} from './model'

/** A small seeded generator (mulberry32): the same seed gives the same sequences. */
export function randomFrom(seed: number) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
type Random = ReturnType<typeof randomFrom>
const pick = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T

const people: readonly Person[] = ['clerk', 'both', 'reviewer', 'far', 'customer', 'system']
export const paths: readonly Path[] = [
  { card: 'sim', channel: 'in_store', preCancels: false, carrier: 'china-mobile', region: 'CN-SH' },
  { card: 'sim', channel: 'in_store', preCancels: true, carrier: 'china-unicom', region: 'CN-ZJ' },
  { card: 'sim', channel: 'online', preCancels: true, carrier: 'china-unicom', region: 'CN-SH' },
  {
    card: 'esim',
    channel: 'in_store',
    preCancels: false,
    carrier: 'china-telecom',
    region: 'CN-JS',
  },
  { card: 'esim', channel: 'online', preCancels: false, carrier: 'china-telecom', region: 'CN-SH' },
]
export const somePath = (random: Random) => pick(random, paths)

const variants = ['good', 'good', 'good', 'waits', 'waits_on', 'blocked', 'missing'] as const

/** Any command at all, by anybody. */
function wild(random: Random, model: Model): [Person, Command] {
  const kinds = [...before(model.path), ...afterApproval(model.path), 'card_return', 'device_check']
  const aMove = () =>
    pick(random, random() < 0.1 ? rare : movesOfModel.filter((move) => !rare.includes(move)))
  const commands: Command[] = [
    {
      do: 'note',
      kind: pick(random, kinds),
      variant: pick(random, variants),
    },
    { do: 'amend', change: pick(random, ['holder', 'number'] as const) },
    { do: 'wait', days: pick(random, [1, 3, 10, 16, 31]) },
    { do: 'remind' },
    { do: 'call', outcome: pick(random, callOutcomes) },
    { do: 'move', move: aMove(), full: random() < 0.7 },
    { do: 'move', move: aMove(), full: true },
  ]
  return [pick(random, people), pick(random, commands)]
}

/** The next step or move of a request that goes well, by whoever may do it. */
function leading(random: Random, model: Model): [Person, Command] | null {
  const stale = (kind: string) =>
    model.state === 'open' &&
    kind !== 'carrier_submission' &&
    (model.noted.get(kind)?.on ?? 0) + freshDays < model.today
  const missing = [
    ...before(model.path),
    ...(model.state === 'closing' ? afterApproval(model.path) : []),
  ].filter(
    (kind) =>
      model.noted.get(kind)?.variant !== 'good' ||
      stale(kind) ||
      (kind === 'carrier_submission' && toSubmitAgain(model)),
  )
  const notes: Command[] = missing
    .slice(0, 2)
    .map((kind) => ({ do: 'note', kind, variant: 'good' }))
  const moves: Command[] = movesOfModel.map((move) => ({ do: 'move', move, full: true }))
  const open = [...notes, ...moves].flatMap((command) =>
    people
      .filter((person) => allows(model, person, command))
      .map((person) => [person, command] as [Person, Command]),
  )
  const noting = open.filter(([, command]) => command.do === 'note')
  // Notes first, else hardly anything would ever be submitted; the endings have to wait their turn.
  if (noting.length && random() < 0.95) return pick(random, noting)
  const weighted = open.flatMap((choice) =>
    Array.from(
      { length: choice[1].do === 'move' ? (weights[choice[1].move] ?? 1) : 1 },
      () => choice,
    ),
  )
  return weighted.length ? pick(random, weighted) : null
}

// What ends a request is rare, so that the later states are seen too; a dozen of the way on for
// each ending.
const weights: Record<string, number> = {
  submit: 12,
  ask: 6,
  supply: 6,
  approve: 10,
  note_pre_cancelled: 8,
  complete: 5,
  carrier_refuse: 4,
  take_back: 2,
  reinstate: 8,
  recall: 2,
}
const rare = ['withdraw', 'displace']

// What fits the state by its name alone: whether the person may and the demands are met is for the
// two to agree on.
const daring: Record<string, string[]> = {
  open: ['submit'],
  in_review: ['approve', 'approve', 'ask', 'reject', 'take_back'],
  needs_info: ['supply', 'take_back'],
  closing: [
    'complete',
    'complete',
    'note_pre_cancelled',
    'recall',
    'reinstate',
    'carrier_refuse',
    'withdraw',
  ],
}

/** Nobody comes for weeks: reminded, waited for, lapsed. Null while there is no such silence. */
function silence(random: Random, model: Model): [Person, Command] | null {
  if (!['open', 'needs_info'].includes(model.state) || model.noted.has('carrier_submission'))
    return null
  const silent = model.today - model.touched
  if (silent > 26 && model.reminded === null && random() < 0.8) return ['system', { do: 'remind' }]
  if (model.reminded !== null && random() < 0.8)
    return [
      'system',
      silent > 30 ? { do: 'move', move: 'lapse', full: true } : { do: 'wait', days: 4 },
    ]
  return random() < 0.02 ? ['system', { do: 'wait', days: 28 }] : null
}

export function choose(random: Random, model: Model): [Person, Command] {
  const chance = random()
  if (chance < 0.1) return wild(random, model)
  const dared = daring[model.state]
  if (chance < 0.2 && dared)
    return [
      pick(random, ['clerk', 'both', 'reviewer', 'customer'] as const),
      {
        do: 'move',
        move: pick(random, dared),
        full: true,
        ...(chance < 0.13 && { silent: true as const }),
      },
    ]
  // The carrier rings, or has rung in vain.
  if (chance < 0.4 && model.call?.state === 'waiting')
    return [
      pick(random, ['clerk', 'both', 'reviewer', 'customer'] as const),
      { do: 'call', outcome: pick(random, [...callOutcomes, 'missed', 'missed']) },
    ]
  return silence(random, model) ?? leading(random, model) ?? wild(random, model)
}
