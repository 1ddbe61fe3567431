import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { backedUp, leftOut } from '@/lib/ops/backup/tables'

it('a backup contains every table except those listed with a reason', () => {
  const tables = [
    ...readFileSync('prisma/schema.prisma', 'utf8').matchAll(/^model [^}]*@@map\("(\w+)"\)/gm),
  ].map(([, name]) => name)
  expect([...backedUp, ...leftOut].sort()).toEqual(tables.sort())
})
