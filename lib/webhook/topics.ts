/** Of what other programs can be told. Apart from the rules, which need Node, because the screen reads it too. */

/** The concepts of the audit log's acts; those of texts and statuses come by the hundred. */
export const WEBHOOK_TOPICS = [
  'edition',
  'discrepancy',
  'assignment',
  'document',
  'comment',
  'member',
  'status',
  'text',
] as const

export type WebhookTopic = (typeof WEBHOOK_TOPICS)[number]
