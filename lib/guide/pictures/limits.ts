/** Maximum upload size in bytes. */
export const largestPicture = 8 * 1024 * 1024

/** What is taken, by the type that a browser names; the desk looks at the bytes. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const
