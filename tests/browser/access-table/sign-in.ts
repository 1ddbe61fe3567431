import { ask } from './http'

/** Signs in as a browser would; gives the cookies. */
export async function signInAt(desk: string, email: string, password: string): Promise<string> {
  const csrf = await ask(`${desk}/api/auth/csrf`, {})
  const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string }
  const answer = await ask(`${desk}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { cookie: csrf.cookies.join('; ') },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  })
  if (!answer.cookies.some((cookie) => cookie.includes('session-token')))
    throw new Error(`${email} could not sign in: ${answer.status} ${answer.text}`)
  return [...csrf.cookies, ...answer.cookies].join('; ')
}
