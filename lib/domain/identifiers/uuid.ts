const pattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Whether a text has the form of an id or a cursor: what an address says is asked before the
 * database is.
 */
export const isUuid = (text: string) => pattern.test(text)
