// Knocking at a door as anybody's browser or program could, without any of the desk's own scripts.
import { at } from '../counter'
import { type Answer, ask } from './http'
import type { Setting, Thing } from './thing'

export type Knock = { cookie: string; authorization: string }

/**
 * The address of a door for this thing: each part of its path that stands for something, filled in.
 */
export function addressOf(
  path: string,
  thing: Thing,
  { accounts, guide, preview }: Setting,
): string {
  const id = path.includes('/accounts/')
    ? accounts.staff
    : path.includes('/guides/')
      ? guide
      : path.includes('/documents/')
        ? thing.documents.at(-1)
        : path.includes('/uploads/')
          ? thing.upload
          : path.includes('productOrder/')
            ? thing.reference
            : '01900000-0000-7000-8000-000000000009'
  const parts: Record<string, string | undefined> = {
    locale: 'en',
    reference: /receipt/.test(path) ? thing.completed : thing.reference,
    id,
    number: path.startsWith('/bags')
      ? thing.bag
      : path.includes('/revisions/')
        ? '1'
        : thing.questionNumber,
    code: path.includes('store') ? 'demo' : 'china-mobile',
    kind: 'completed',
    year: '2026',
    sequence: '1',
    cardType: 'sim',
    channel: 'in-store',
    key: path.startsWith('/previews') ? preview : thing.link,
    '...rest': 'nowhere',
    '...nextauth': 'csrf',
    '[...number]': '',
  }
  const filled = path.replaceAll(
    /\[(\[\.\.\.\w+\]|[.\w]+)\]/g,
    (_, name: string) => parts[name] ?? name,
  )
  return filled.length > 1 ? filled.replace(/\/$/, '') : filled
}

/** One request, as this knocker. */
export const knock = (
  address: string,
  init: RequestInit,
  { cookie, authorization }: Knock,
): Promise<Answer> =>
  ask(at(address), {
    ...init,
    headers: {
      ...(cookie && { cookie }),
      ...(authorization && { authorization }),
      ...(init.headers as Record<string, string>),
    },
  })

/** Calls a server action: a form's (its second argument), or one with plain arguments. */
export function callAction(
  address: string,
  id: string,
  fields: Record<string, string> | { plain: unknown[] },
  who: Knock,
): Promise<Answer> {
  if ('plain' in fields)
    return knock(
      address,
      {
        method: 'POST',
        body: JSON.stringify(fields.plain),
        headers: { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' },
      },
      who,
    )
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(`_1_${name}`, value)
  form.set('0', '[{"status":"idle"},"$K1"]')
  return knock(address, { method: 'POST', body: form, headers: { 'next-action': id } }, who)
}

/** The code that an action refused with, `null` where it answered nothing at all, or `done`. */
export function saidBy({ status, location, text }: Answer): string {
  if (location) return 'done'
  const answer = /^1:(.*)$/m.exec(text)?.[1]
  if (answer === undefined) return status === 200 ? 'null' : `status ${status}`
  if (answer === 'null' || answer === '"$undefined"') return 'null'
  return /"code":"(\w+)"/.exec(answer)?.[1] ?? 'done'
}
