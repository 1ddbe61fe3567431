// Parses submitted forms; separate from `form-state`, which every page with a form loads.
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { ownFields } from './form-state'
import { isStorable } from './storable-text'

type Tree = { [key: string]: unknown }

// The largest form is the guide's, with some two thousand fields.
const maxFields = 5000
const maxNameLength = 120
const maxNameDepth = 8

/**
 * Whether the number of fields and the depth of their names are plausible for a form of the desk.
 */
function isForm(form: FormData): boolean {
  let fields = 0
  for (const [name, value] of form) {
    fields += 1
    if (fields > maxFields || name.length > maxNameLength || !isStorable(name)) return false
    if (name.split('.').length > maxNameDepth) return false
    if (name.startsWith('$') && typeof value === 'string' && !isStorable(value)) return false
  }
  return true
}

/**
 * A form's fields as `fromForm` returns them. Texts that cannot be stored (NUL) are refused at
 * their field; forms with too many fields or too deeply nested names are refused as a whole.
 */
export function readForm(form: FormData): Result<Tree, Refusal<'invalid' | 'form_malformed'>> {
  if (!isForm(form)) return refused({ code: 'form_malformed' })
  const malformed = ownFields(form).filter(([, value]) => !isStorable(value))
  if (!malformed.length) return done(fromForm(form))
  const at = malformed.map(([name]): [string, string] => [
    name.split(':')[0] ?? '',
    'text_malformed',
  ])
  return refused({ code: 'invalid', errors: Object.fromEntries(at) })
}

/**
 * A form's fields as the object that schemas validate: dotted names nest
 * (`holder.document.number`), names ending in `:boolean` are true for "true" and false otherwise,
 * `:list` collects all values, empty fields are dropped, and numbered names (`items.0.step`) become
 * a list.
 */
export function fromForm(form: FormData): Tree {
  const tree: Tree = {}
  for (const [name, sent] of valuesByName(form)) {
    if (name.startsWith('$')) continue
    const [path = '', type] = name.split(':')
    const values = sent.filter((value) => typeof value === 'string')
    const value =
      type === 'list'
        ? values.filter(Boolean)
        : type === 'boolean'
          ? values.at(-1) === 'true'
          : values.at(-1)?.trim()
    if (value !== '' && value !== undefined) place(tree, path.split('.'), value)
  }
  return listed(tree) as Tree
}

/** In one pass, since `FormData.getAll` scans the whole form for each name. */
function valuesByName(form: FormData) {
  const byName = new Map<string, FormDataEntryValue[]>()
  for (const [name, value] of form) {
    const values = byName.get(name)
    if (values) values.push(value)
    else byName.set(name, [value])
  }
  return byName
}

function listed(node: unknown): unknown {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return node
  const entries = Object.entries(node).map(([key, child]) => [key, listed(child)] as const)
  const numbered = entries.length > 0 && entries.every(([key]) => /^\d{1,3}$/.test(key))
  return numbered ? entries.map(([, child]) => child) : Object.fromEntries(entries)
}

const forbidden = ['__proto__', 'constructor', 'prototype']

function place(tree: Tree, path: string[], value: unknown) {
  if (path.some((part) => forbidden.includes(part))) return
  const [last = '', ...above] = [...path].reverse()
  let at = tree
  for (const part of above.reverse()) {
    const child = Object.hasOwn(at, part) ? at[part] : undefined
    at[part] = typeof child === 'object' && child !== null ? child : {}
    at = at[part] as Tree
  }
  at[last] = value
}
