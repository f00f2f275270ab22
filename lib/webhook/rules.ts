/** How a message is signed: after the Standard Webhooks specification 1.0. */
import { createHmac, randomBytes } from 'node:crypto'

/** A project has no use for more, and each costs a message a deed. */
export const MOST_WEBHOOKS = 10

const SECRET_BYTES = 24

export function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
}

export type Signed = { id: string; timestamp: number; body: string }

/** The three headers that go with a message. `timestamp` is in seconds. */
export function signatureHeaders(secret: string, { id, timestamp, body }: Signed): Record<string, string> {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': `v1,${signature}` }
}
