/** Whether PostgreSQL can keep a text: no NUL, no half of a surrogate pair (UTF-8, RFC 3629). */
export const canBeKept = (text: string) => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text)

/** The first characters of a text, never half of one. */
export const beginningOf = (text: string, most: number) => Array.from(text).slice(0, most).join('')
