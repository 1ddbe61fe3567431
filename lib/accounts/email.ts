/** E-mail addresses are compared case-insensitively. */
export const foldEmail = (email: string) => email.trim().toLowerCase()
