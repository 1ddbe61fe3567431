import type { Locale } from './routing'

/** Adds the language prefix to a path: English is below /en. */
export const localPath = (locale: Locale, path: string) =>
  locale === 'en' ? `/en${path === '/' ? '' : path}` : path

/** The path without its language prefix. */
export const plainPath = (path: string) => path.replace(/^\/en(?=\/|$)/, '') || '/'
