/** A real SMTP server on a port of its own, which keeps the letters it takes. */
import { SMTPServer } from 'smtp-server'

export type Received = { to: string[]; raw: string }

export type MailServer = {
  url: string
  received: Received[]
  /** What the next recipients are refused with, one after another. */
  refusals: { code: number; message: string }[]
  close(): Promise<void>
}

export async function startMailServer(port = 0): Promise<MailServer> {
  const received: Received[] = []
  const refusals: MailServer['refusals'] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _, done) =>
      username === 'desk' && password === 'let me in' ? done(null, { user: username }) : done(new Error('No.')),
    onRcptTo: (_, __, done) => {
      const refusal = refusals.shift()
      done(refusal ? Object.assign(new Error(refusal.message), { responseCode: refusal.code }) : null)
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk) => chunks.push(chunk))
      stream.on('end', () => {
        received.push({
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.server.address()
  const taken = typeof address === 'object' && address ? address.port : port
  return {
    url: `smtp://desk:let%20me%20in@127.0.0.1:${taken}`,
    received,
    refusals,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** The subject and the plain text of a letter as a reader's programme shows them. */
export function readLetter({ raw }: Received): { subject: string; text: string; html: string } {
  const headers = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  const subject = /^Subject: (.*)$/m.exec(headers)?.[1] ?? ''
  return { subject: decodedWords(subject), text: part(raw, 'text/plain'), html: part(raw, 'text/html') }
}

function decodedWords(header: string): string {
  return header
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, encoding: string, text: string) =>
      encoding.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : fromQuoted(text.replaceAll('_', ' ')),
    )
}

function part(raw: string, type: string): string {
  const from = raw.indexOf(`Content-Type: ${type}`)
  const bodyFrom = raw.indexOf('\r\n\r\n', from) + 4
  const boundary = raw.indexOf('\r\n----', bodyFrom)
  const body = raw.slice(bodyFrom, boundary < 0 ? undefined : boundary)
  const head = raw.slice(from, bodyFrom)
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  return /quoted-printable/i.test(head) ? fromQuoted(body.replace(/=\r\n/g, '')) : body
}

function fromQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
