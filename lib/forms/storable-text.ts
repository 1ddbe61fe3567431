/** Whether PostgreSQL can store a text: no NUL, no lone surrogate (UTF-8, RFC 3629). */
export const isStorable = (text: string) => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text)

/** Truncates a text to whole code points. */
export const beginningOf = (text: string, most: number) => Array.from(text).slice(0, most).join('')
