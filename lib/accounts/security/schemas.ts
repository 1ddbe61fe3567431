import { z } from 'zod'
import { roles } from '@/lib/domain/permissions'

/** How the installation guards its accounts. */
export const securitySchema = z.strictObject({
  /** Roles that count with a second factor (or a passkey, or single sign-on) alone. */
  rolesWithFactor: z.array(z.enum(roles)).max(roles.length).default([]),
  /** Minutes without a hand on it after which a screen locks. */
  idleMinutes: z.coerce
    .number('number_needed')
    .int('number_needed')
    .min(1, 'number_out_of_range')
    .max(480, 'number_out_of_range'),
})
export type Security = z.output<typeof securitySchema>

export const defaultSecurity: Security = { rolesWithFactor: [], idleMinutes: 15 }
