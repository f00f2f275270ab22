/**
 * Sends one deed to one webhook. Thrown errors make the queue try again, with growing pauses over hours; the other side knows a
 * repeated message by its id. Status 410 switches the webhook off, as the Standard Webhooks specification asks.
 */
import { z } from 'zod'
import { unseal } from '../auth/seal'
import { db } from '../db'
import { messageOf } from './message'
import { post } from './post'
import { signatureHeaders } from './rules'

const Delivery = z.object({ webhookId: z.uuid(), number: z.string().regex(/^\d{1,18}$/) })

const GONE = 410

/** Why a try failed is shown to managers; an error's own words may be long. */
const LONGEST_PROBLEM = 300

export async function deliver(data: unknown, signal: AbortSignal): Promise<void> {
  const { webhookId, number } = Delivery.parse(data)
  const webhook = await db.webhook.findFirst({
    where: { id: webhookId, disabledAt: null, project: { archivedAt: null } },
    select: { id: true, url: true, sealedSecret: true },
  })
  const message = webhook && (await messageOf(BigInt(number)))
  if (!webhook || !message) return
  await send(webhook, `${webhookId}:${number}`, message, signal)
}

type Addressee = { id: string; url: string; sealedSecret: string }

/** @throws when the other side did not take it, after writing down why. */
export async function send(
  { id, url, sealedSecret }: Addressee,
  messageId: string,
  message: object,
  signal: AbortSignal,
) {
  const secret = unseal(sealedSecret, id)
  if (secret === null)
    return await note(id, 'The secret cannot be read: the session secret of this server is another one now.')
  const body = JSON.stringify(message)
  const timestamp = Math.floor(Date.now() / 1000)
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Duizhao',
    ...signatureHeaders(secret, { id: messageId, timestamp, body }),
  }
  const status = await post({ url, body, headers, signal }).catch(async (error: Error) => {
    if (!signal.aborted) await note(id, error.message)
    throw error
  })
  if (status >= 200 && status < 300) return await note(id, '')
  await note(id, `HTTP ${status}`, status === GONE)
  if (status !== GONE) throw new Error(`HTTP ${status} from a webhook`)
}

async function note(id: string, problem: string, gone = false): Promise<void> {
  const now = new Date()
  await db.webhook.updateMany({
    where: { id },
    data: {
      lastTriedAt: now,
      problem: problem.replace(/\p{Cc}+/gu, ' ').slice(0, LONGEST_PROBLEM),
      ...(problem === '' && { lastSentAt: now }),
      ...(gone && { disabledAt: now }),
    },
  })
}
