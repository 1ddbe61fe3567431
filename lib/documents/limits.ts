/** Maximum bytes of a photo or PDF: the largest from a phone's camera, with a margin. */
export const largestDocument = 20 * 1024 * 1024

/** Maximum pages of a PDF. */
export const mostPages = 10

/** Offered by the file picker; the actual type is detected from the content. */
export const acceptedTypes = 'image/jpeg,image/png,image/webp,application/pdf'

/** Chunk size in bytes: the most that an interrupted upload loses. */
export const uploadChunkBytes = 256 * 1024
