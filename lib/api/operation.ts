import type { z } from 'zod'
import type { Permission } from '@/lib/auth/policy'
import type { ProblemCode } from './problem'

/**
 * One call of the API: who may make it, what it takes, what it answers. Its documentation is made
 * of this.
 */
export type Operation = {
  id: string
  method: 'get' | 'post' | 'patch' | 'delete'
  path: string
  permission: Permission
  query: z.ZodType
  /** A JSON body; left out: none, or a file. */
  body?: z.ZodType
  /** What the body may be, more closely than `body` can say: as JSON Schema. */
  bodyJson?: () => object
  /** A body of multipart/form-data instead, as JSON Schema. */
  multipart?: object
  /** Takes `If-Match` with the version that the caller saw. */
  versioned?: true
  answers: Partial<Record<number, { description: string; schema?: z.ZodType }>>
  problems: readonly ProblemCode[]
}
