import { expect, it } from 'vitest'
import { readOperatorEnv } from '@/lib/env'
import { clusterSettings, memoryHere } from '@/lib/ops/postgres/settings'

const read = (settings: Record<string, string>) =>
  readOperatorEnv({ NODE_ENV: 'test', ...settings })
const smtp = 'smtp://mail.example.com'

it.each([
  [{ BASE_URL: 'desk.example.com' }, 'BASE_URL must be the address that people use'],
  [{ BASE_URL: 'https://desk.example.com/desk' }, 'BASE_URL must be the address'],
  [{ BASE_URL: 'https://a:b@desk.example.com' }, 'BASE_URL must be the address'],
  [{ BASE_URL: 'ftp://desk.example.com' }, 'BASE_URL must be the address'],
  [{ LOG_LEVEL: 'verbose' }, 'LOG_LEVEL must be one of trace, debug'],
  [{ DEMO: 'no' }, 'DEMO must be 0 or 1'],
  [{ NEWER_SCHEMA: 'yes' }, 'NEWER_SCHEMA must be 0 or 1'],
  [{ SMTP_URL: smtp }, 'MAIL_FROM is required when SMTP_URL is set'],
  [{ SMTP_URL: smtp, MAIL_FROM: 'the desk' }, 'MAIL_FROM must be an address such as'],
])('names what is wrong in %j', (settings, words) => {
  expect(() => read(settings as Record<string, string>)).toThrow(words)
})

it.each(['https://desk.example.com', 'http://localhost:3000/', 'https://[2001:db8::1]:8443'])(
  'takes %s as the address that people use',
  (BASE_URL) => {
    expect(read({ BASE_URL }).BASE_URL).toBe(BASE_URL)
  },
)

it.each(['desk@example.com', '销户服务台 <desk@example.com>', '"Desk, Main" <desk@example.com>'])(
  'takes %s as the sender of mails',
  (MAIL_FROM) => {
    expect(read({ SMTP_URL: smtp, MAIL_FROM }).MAIL_FROM).toBe(MAIL_FROM)
  },
)

it('makes demo people and refuses a newer schema unless it is told otherwise', () => {
  expect(read({})).toMatchObject({ DEMO: true, NEWER_SCHEMA: false, LOG_LEVEL: 'info' })
  expect(read({ DEMO: '0', NEWER_SCHEMA: '1' })).toMatchObject({ DEMO: false, NEWER_SCHEMA: true })
})

it('gives PostgreSQL an eighth of the memory that this process may use', () => {
  const gibibyte = 1024 ** 3
  expect(clusterSettings(2 * gibibyte)).toContain('shared_buffers=256MB')
  expect(clusterSettings(64 * gibibyte)).toContain('shared_buffers=1024MB')
  expect(clusterSettings(gibibyte / 2)).toContain('shared_buffers=128MB')
  expect(memoryHere()).toBeGreaterThan(0)
})
