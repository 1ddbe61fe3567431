import { configure } from 'safe-stable-stringify'

const stringify = configure({ strict: true })

/**
 * A value in canonical JSON (RFC 8785): the same text for the same value, whatever the order it was
 * put together in. Throws for what JSON cannot say.
 */
export const canonicalJson = (value: unknown): string => stringify(value) ?? ''
