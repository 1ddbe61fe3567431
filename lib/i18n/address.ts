import type { Locale } from './routing'

/** A path of the desk in a language: English stands below /en. */
export const localPath = (locale: Locale, path: string) =>
  locale === 'en' ? `/en${path === '/' ? '' : path}` : path

/** The path without its language. */
export const plainPath = (path: string) => path.replace(/^\/en(?=\/|$)/, '') || '/'
