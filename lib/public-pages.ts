/**
 * Pages beside the guide that are the same for everybody, for search engines to find; what stands
 * below them belongs to one person.
 */
export const publicPages = ['/status', '/ask', '/verify', '/developers'] as const
