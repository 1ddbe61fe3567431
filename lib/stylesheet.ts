import 'server-only'
import { readFileSync } from 'node:fs'

let built: string | undefined

/**
 * The address of the desk's one stylesheet, for pages that Next does not put together: as the build
 * noted it (lib/ops/start/stylesheet.ts). While one edits, our server makes it anew at each call.
 */
export function stylesheet(): string {
  if (process.env.NODE_ENV !== 'production') return '/style.css'
  built ??= readFileSync('.next/stylesheet', 'utf8')
  return built
}
