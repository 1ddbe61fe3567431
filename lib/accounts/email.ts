/** Addresses are compared without regard to case. */
export const foldEmail = (email: string) => email.trim().toLowerCase()
