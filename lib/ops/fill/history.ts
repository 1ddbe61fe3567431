import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { AnyFacts, EventType } from '@/lib/cancellation/rules/events'
import type { Identifiers, Personal } from '@/lib/cancellation/rules/particulars'
import { fresh } from '@/lib/db/sealing'
import { maskDocument, maskPhone } from '@/lib/domain/identifiers/mask'
import { makeReference } from '@/lib/domain/identifiers/reference'
import { chance, documentOf, nameOf, numberOf, reasonOf } from './people'
import { type FilledStore, bagOf } from './places'
import type { Template } from './templates'

const day = 86_400_000
const week = 7 * day
/** How long cards stay in their bag before it is destroyed, in milliseconds. */
const bagLifetime = 62 * day

type NewEvent = {
  type: EventType
  at: Date
  actor: { kind: 'account' | 'customer' | 'system'; id: string | null }
  facts: AnyFacts
  identifiers: object | null
  personal: object | null
}
export type History = { id: string; storeId: string; events: NewEvent[] }

const referenceOf = (word: string) => makeReference(createHash('sha256').update(word).digest())
const parsed = (text: string | null) => (text === null ? null : (JSON.parse(text) as object))

/**
 * A history modelled on a template's, for another person and store, shifted by whole weeks so that
 * weekdays stay. `wanted`: the approximate opening; `now`: nothing happens later.
 */
export function historyAfter(
  template: Template,
  serial: number,
  store: FilledStore,
  wanted: number,
  now: number,
): History {
  const weeks = Math.floor((wanted - template.openedAt) / week)
  const shift = Math.min(weeks, 0) * week + Math.floor(chance(serial * 7 + 3) * 50 * 60_000)
  const [days, id] = [
    Math.min(weeks, 0) * 7,
    uuidv7({ msecs: template.openedAt + shift, random: fresh(16) }),
  ]
  const people = {
    staff: store.staff[serial % store.staff.length] ?? null,
    reviewer: store.reviewers[serial % store.reviewers.length] ?? null,
  }
  const [number, document, holderName] = [numberOf(serial), documentOf(serial), nameOf(serial)]

  const events = template.events.map((event, place): NewEvent => {
    const at = new Date(event.at + shift)
    const facts = JSON.parse(
      event.facts.replace(
        /"(\d{4}-\d{2}-\d{2})(T[\d:.]+Z)?"/g,
        (_, date: string, time?: string) =>
          `"${time ? new Date(Date.parse(date + time) + shift).toISOString() : moved(date, days)}"`,
      ),
    ) as AnyFacts
    if (facts.particulars)
      facts.particulars = { ...facts.particulars, store: store.code, reason: reasonOf(serial) }
    if (facts.bag) facts.bag = bagOf(store.code, at.toISOString().slice(0, 7))
    if (facts.receipt)
      facts.receipt = { ...facts.receipt, number: referenceOf(`receipt ${serial}`) }
    const said = { identifiers: parsed(event.identifiers), personal: parsed(event.personal) }
    if (place === 0) {
      Object.assign(facts, { id, reference: referenceOf(`request ${serial}`) })
      said.identifiers = { ...(said.identifiers as Identifiers), number, holderDocument: document }
      said.personal = {
        ...(said.personal as Personal),
        holderName,
        numberMasked: maskPhone(number),
        holderDocumentMasked: maskDocument(document, 'staff'),
      }
    }
    return {
      type: event.type as EventType,
      at,
      actor: { kind: event.kind, id: event.role ? people[event.role] : null },
      facts,
      ...said,
    }
  })
  return { id, storeId: store.id, events: [...events, ...endOfCard(events, now)] }
}

const moved = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)

/** A taken card ends with its bag: it is destroyed together with it. */
function endOfCard(events: readonly NewEvent[], now: number): NewEvent[] {
  const taken = events.find(({ facts }) => facts.bag)
  const last = events.at(-1)
  if (!taken || !last || last.at.getTime() + bagLifetime > now || last.type === 'note') return []
  return [
    {
      type: 'destroy_card',
      at: new Date(last.at.getTime() + bagLifetime),
      actor: taken.actor,
      facts: { bag: taken.facts.bag ?? null },
      identifiers: null,
      personal: { words: '店长' },
    },
  ]
}
