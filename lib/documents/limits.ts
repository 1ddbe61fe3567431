/** Bytes that a photo or PDF may have: the largest of a phone's camera, and room. */
export const largestDocument = 20 * 1024 * 1024

/** Pages of a PDF that are kept. */
export const mostPages = 10

/** What a file picker offers; what a file is is told by its content. */
export const acceptedTypes = 'image/jpeg,image/png,image/webp,application/pdf'

/** What a phone sends in one go, in bytes: a line that breaks loses no more than this. */
export const sentAtOnce = 256 * 1024
