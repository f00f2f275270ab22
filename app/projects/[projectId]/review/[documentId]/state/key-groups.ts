import type { Act } from './keys'

/** How the key sheet is parted. Every act stands in one group. */
export const KEY_GROUPS = {
  move: [
    'next-row',
    'previous-row',
    'other-side',
    'next-discrepancy',
    'next-comment',
    'next-stale',
    'next-mine',
    'next-unconfirmed',
    'next-unsaved',
    'go-to-row',
    'find',
    'replace',
    'next-change',
    'previous-change',
  ],
  work: [
    'save',
    'save-and-next',
    'approve',
    'raise',
    'comment',
    'confirm',
    'still-correct',
    'correct',
    'accept-change',
    'reject-change',
    'accept-row',
    'reject-row',
    'suggest',
  ],
  show: [
    'mode-read',
    'mode-align',
    'mode-review',
    'diff',
    'tracked-view',
    'numbers',
    'outline',
    'inspector',
    'next-tab',
    'to-inspector',
    'density',
    'palette',
    'keys',
  ],
  range: ['extend-down', 'extend-up', 'assign', 'status-of-many'],
} as const satisfies Record<string, readonly Act[]>

export type KeyGroup = keyof typeof KEY_GROUPS
