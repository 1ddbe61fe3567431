/**
 * Every value wrapped by the master key: its column, the name of its row, and its associated data.
 * A test compares this list with the code.
 */
export const wrappedValues = [
  {
    table: 'request_key',
    column: 'wrapped',
    name: "t.request_id::text || '|' || t.class",
    match:
      "t.request_id = split_part(d.name, '|', 1)::uuid and t.class = split_part(d.name, '|', 2)",
    place: 'request',
  },
  {
    table: 'installation_key',
    column: 'wrapped',
    name: 't.name',
    match: 't.name = d.name',
    place: 'installation',
  },
  {
    table: 'question',
    column: 'key',
    name: 't.id::text',
    match: 't.id = d.name::uuid',
    place: 'question',
  },
  {
    table: 'webhook',
    column: 'secret',
    name: 't.id::text',
    match: 't.id = d.name::uuid',
    place: 'webhook',
  },
  {
    table: 'account',
    column: 'totp',
    name: 't.id::text',
    match: 't.id = d.name::uuid',
    place: 'totp',
  },
  {
    table: 'idempotent_call',
    column: 'answer',
    name: "t.account_id::text || '|' || t.key",
    match: "t.account_id = split_part(d.name, '|', 1)::uuid and t.key = substr(d.name, 38)",
    place: 'idempotent',
  },
  {
    table: 'draft',
    column: 'sealed',
    name: "t.account_id::text || '|' || t.place",
    match: "t.account_id = split_part(d.name, '|', 1)::uuid and t.place = substr(d.name, 38)",
    place: 'draft',
  },
] as const
export type WrappedValue = (typeof wrappedValues)[number]
