/** Public pages besides the guide, for search engines; their subpages are personal. */
export const publicPages = ['/status', '/ask', '/verify', '/developers'] as const
