/** Public pages besides the guide, for search engines; what is below them is not for finding. */
export const publicPages = [
  '/status',
  '/ask',
  '/verify',
  '/find-store',
  '/privacy',
  '/developers',
] as const
