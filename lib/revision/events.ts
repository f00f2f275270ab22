/** What can happen to a document, as its timeline names it. Apart from the queries, because the page offers them too. */
export const EVENT_KINDS = [
  'text',
  'status',
  'batch',
  'discrepancy',
  'suggestion',
  'acceptance',
  'alignment',
  'assignment',
  'comment',
  'edition',
] as const

export type EventKind = (typeof EVENT_KINDS)[number]
