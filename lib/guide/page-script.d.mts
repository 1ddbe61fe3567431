export const pageScript: string
