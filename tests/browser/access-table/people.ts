import type { Role } from '@/lib/domain/permissions'

/**
 * Who tries the doors: each role alone, one that is staff here and assigned there, and one who
 * keeps each store's things.
 */
export const peopleAtTheDoors: Record<string, { role: Role; store?: string }[]> = {
  staff: [{ role: 'staff', store: 'doors-a' }],
  reviewer: [{ role: 'reviewer', store: 'doors-a' }],
  assigned: [
    { role: 'staff', store: 'doors-a' },
    { role: 'reviewer', store: 'doors-b' },
  ],
  admin: [{ role: 'admin' }],
  'keeper-a': [{ role: 'staff', store: 'doors-a' }],
  'keeper-b': [{ role: 'staff', store: 'doors-b' }],
  'keeper-c': [{ role: 'staff', store: 'doors-c' }],
  'judge-a': [{ role: 'reviewer', store: 'doors-a' }],
  'judge-b': [{ role: 'reviewer', store: 'doors-b' }],
  'judge-c': [{ role: 'reviewer', store: 'doors-c' }],
}
