import { configure } from 'safe-stable-stringify'

const stringify = configure({ strict: true })

/**
 * A value in canonical JSON (RFC 8785): the same text for equal values, whatever their key order.
 * Throws for values that JSON cannot represent.
 */
export const canonicalJson = (value: unknown): string => stringify(value) ?? ''
