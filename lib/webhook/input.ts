import { z } from 'zod'
import { WEBHOOK_TOPICS } from './topics'

const Topics = z
  .array(z.enum(WEBHOOK_TOPICS))
  .min(1)
  .max(WEBHOOK_TOPICS.length)
  .transform((topics) => [...new Set(topics)])

/** https, or http for a server of one's own; no user name or password in it, since addresses are shown and logged. */
const Url = z
  .url({ protocol: /^https?$/ })
  .max(1_000)
  .refine((text) => {
    if (!URL.canParse(text)) return false
    const { username, password } = new URL(text)
    return username === '' && password === ''
  })

export const AddWebhookInput = z.object({ projectId: z.uuid(), url: Url, topics: Topics })
export type AddWebhookInput = z.infer<typeof AddWebhookInput>

const One = z.object({ projectId: z.uuid(), webhookId: z.uuid() })

export const WebhookInput = One.extend({ seenVersion: z.number().int().positive() })
export type WebhookInput = z.infer<typeof WebhookInput>

export const ChangeWebhookInput = WebhookInput.extend({ topics: Topics, enabled: z.boolean() })
export type ChangeWebhookInput = z.infer<typeof ChangeWebhookInput>

export const WebhooksInput = z.object({ projectId: z.uuid() })
export type WebhooksInput = z.infer<typeof WebhooksInput>
