import { readFileSync } from 'node:fs'
import type zh from '@/lib/i18n/messages/zh-CN'

/** A part of the Chinese catalogue; read as a file, since Playwright imports no JSON. */
export const catalogue = <Name extends keyof typeof zh>(name: Name) =>
  JSON.parse(readFileSync(`lib/i18n/messages/zh-CN/${name}.json`, 'utf8')) as (typeof zh)[Name]
