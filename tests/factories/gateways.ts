// Real servers that take what the desk sends: mail by SMTP, text messages by HTTP.
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/**
 * An SMTP server; `refuse` gives the code, and the words, with which the next mails are refused.
 */
export async function smtpServer() {
  const mails: ParsedMail[] = []
  const next: { code: number | null; words: string; login: boolean } = {
    code: null,
    words: 'not now',
    login: true,
  }
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth(_, __, callback) {
      callback(null, next.login ? { user: 'desk' } : undefined)
    },
    onData(stream, _, callback) {
      simpleParser(stream).then((mail) => {
        if (next.code)
          return callback(Object.assign(new Error(next.words), { responseCode: next.code }))
        mails.push(mail)
        callback()
      }, callback)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (code: number | null, words = 'not now') => void Object.assign(next, { code, words }),
    refuseLogin: () => void Object.assign(next, { login: false }),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

type Taken = {
  id: string
  to: string
  text: string
  key: string | undefined
  token: string | undefined
}

/** A text-message gateway as docs/text-messages.md describes it. */
export async function textServer() {
  const messages: Taken[] = []
  const next: { status: number } = { status: 202 }
  const server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      if (next.status < 300)
        messages.push({
          ...(JSON.parse(body) as { id: string; to: string; text: string }),
          key: request.headers['idempotency-key'] as string,
          token: request.headers.authorization,
        })
      response.writeHead(next.status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/send`,
    messages,
    answer: (status: number) => void Object.assign(next, { status }),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
