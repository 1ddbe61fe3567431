import { z } from 'zod'

const secret = z.string().min(32, 'must have 32 characters or more')
/** Delivery of notices; without these settings they stay in the outbox. */
const gatewaySettings = {
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z
    .string()
    .max(200)
    .regex(
      /^(?:[^<>]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      'must be an address such as desk@example.com or Desk <desk@example.com>',
    )
    .optional(),
  SMS_GATEWAY_URL: z
    .url()
    .regex(/^(https?|aliyun):\/\//, 'must begin with https:// or aliyun://')
    .optional(),
  SMS_GATEWAY_TOKEN: z.string().optional(),
  /** Permits webhooks to addresses of this machine and of private networks. */
  WEBHOOKS_ALLOW_PRIVATE: z.literal('1').optional(),
}
/** The carrier's own single sign-on (OpenID Connect). */
const signOnSettings = {
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** The label of its button. */
  OIDC_NAME: z.string().max(60).optional(),
}
const masterKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'must be 32 bytes in base64url: 43 characters')
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
/** What links and QR codes begin with: a path of its own would be lost from them. */
const baseUrl = z
  .string()
  .refine(
    (address) =>
      URL.canParse(address) &&
      /^https?:$/.test(new URL(address).protocol) &&
      /^https?:\/\/[^/?#@]+\/?$/.test(address),
    'must be the address that people use, such as https://desk.example.com, without a path',
  )
const onOrOff = z.enum(['0', '1'], 'must be 0 or 1').transform((typed) => typed === '1')
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/**
 * The environment of a serving process, passed on by the start command, whatever the database is.
 */
const servingSchema = z.object({
  DATABASE_URL: postgresUrl,
  BASE_URL: z.url(),
  AUTH_SECRET: secret,
  MASTER_KEY: masterKey.optional(),
  /** Previous master keys, while values are still wrapped by them. */
  MASTER_KEY_OLD: z.string().optional(),
  /** The keys of the embedded installation: one per line, newest first. */
  MASTER_KEY_FILE: z.string().optional(),
  /** Where the list of erasures is kept. */
  ERASURES_FILE: z.string().optional(),
  /** Set on the embedded default, which has the demo accounts. */
  DESK_EMBEDDED: z.literal('1').optional(),
  ...gatewaySettings,
  ...signOnSettings,
})

/** The operator's settings; the README explains each. */
export const operatorSchema = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
    /** The address to listen on; default: all interfaces. */
    HOST: z
      .union([z.ipv4(), z.ipv6(), z.hostname()], 'must be an IP address or a host name')
      .optional(),
    DATA_DIR: z.string().min(1).default('.data'),
    BASE_URL: baseUrl.optional(),
    DATABASE_URL: postgresUrl.optional(),
    DIRECT_DATABASE_URL: postgresUrl.optional(),
    MIGRATION_DATABASE_URL: postgresUrl.optional(),
    AUTH_SECRET: secret.optional(),
    MASTER_KEY: masterKey.optional(),
    MASTER_KEY_OLD: masterKey.optional(),
    /** Receives the head of all histories once a day. */
    AUDIT_HEAD_URL: z.url().optional(),
    /**
     * The number of the operator's proxies in front of the desk: that many last entries of
     * X-Forwarded-For are trusted.
     */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
    ...gatewaySettings,
    ...signOnSettings,
    DEMO_PASSWORD: z.string().min(8, 'must have 8 characters or more').optional(),
    /** `0`: no demo accounts and requests on an embedded database that is new. */
    DEMO: onOrOff.default(true),
    LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
    /**
     * `1`: starts on a database that a newer version has migrated, for the way back to this one.
     */
    NEWER_SCHEMA: onOrOff.default(false),
  })
  .superRefine((env, context) => {
    const signOn = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
    for (const name of signOn) {
      if (!env[name] && signOn.some((other) => env[other]))
        context.addIssue({
          code: 'custom',
          path: [name],
          message: 'is required when another OIDC_ variable is set',
        })
    }
    if (env.SMTP_URL && !env.MAIL_FROM)
      context.addIssue({
        code: 'custom',
        path: ['MAIL_FROM'],
        message: 'is required when SMTP_URL is set: the sender of every mail',
      })
    if (!env.DATABASE_URL) return
    for (const name of [
      'DIRECT_DATABASE_URL',
      'MIGRATION_DATABASE_URL',
      'AUTH_SECRET',
      'MASTER_KEY',
    ] as const) {
      if (!env[name])
        context.addIssue({
          code: 'custom',
          path: [name],
          message: 'is required when DATABASE_URL is set',
        })
    }
  })

export type OperatorEnv = z.infer<typeof operatorSchema>
export type ServingEnv = z.infer<typeof servingSchema>

// An empty variable counts as unset: `PORT= npm start` means the default.
const present = (source: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))

/**
 * Parses the operator's settings; the error's message lists each invalid variable on its own line.
 */
export function readOperatorEnv(source: NodeJS.ProcessEnv = process.env): OperatorEnv {
  return parse(operatorSchema, source)
}

let serving: ServingEnv | undefined

/** The environment of a serving process, validated once. */
export function servingEnv(): ServingEnv {
  serving ??= parse(servingSchema, process.env)
  return serving
}

function parse<T>(schema: z.ZodType<T>, source: NodeJS.ProcessEnv): T {
  const result = schema.safeParse(present(source))
  if (result.success) return result.data
  throw new Error(
    result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'),
  )
}
