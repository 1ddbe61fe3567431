export const finderScript: string
