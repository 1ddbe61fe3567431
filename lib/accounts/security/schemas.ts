import { z } from 'zod'
import { roles } from '@/lib/domain/permissions'

/** The installation's security settings. */
export const securitySchema = z.strictObject({
  /** Roles that require a second factor (or a passkey, or single sign-on). */
  rolesWithFactor: z.array(z.enum(roles)).max(roles.length).default([]),
  /** Minutes of inactivity after which a screen locks. */
  idleMinutes: z.coerce
    .number('number_needed')
    .int('number_needed')
    .min(1, 'number_out_of_range')
    .max(480, 'number_out_of_range'),
})
export type Security = z.output<typeof securitySchema>

export const defaultSecurity: Security = { rolesWithFactor: [], idleMinutes: 15 }
