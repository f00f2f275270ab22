/** What people are told of, and how by mail: at once, once a day, or not. In the app everything is told. */

export const NOTICE_KINDS = [
  'mention',
  'assigned',
  'changed',
  'withdrawn',
  'returned',
  'discrepancy',
  'due',
  'overdue',
  'late',
  'published',
  'export',
  'failed',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export const NOTICE_MAIL = ['now', 'daily', 'off'] as const
export type NoticeMail = (typeof NOTICE_MAIL)[number]

export type MailByKind = Record<NoticeKind, NoticeMail>

/** What waits for an answer comes at once, what is to be known comes in the morning. */
export const MAIL_BY_DEFAULT: MailByKind = {
  mention: 'now',
  assigned: 'now',
  changed: 'now',
  withdrawn: 'daily',
  returned: 'now',
  discrepancy: 'daily',
  due: 'now',
  overdue: 'daily',
  late: 'daily',
  published: 'now',
  export: 'now',
  failed: 'now',
}

export type NoticeSettings = { mail: MailByKind; zone: string; hour: number }

export const DEFAULT_SETTINGS: NoticeSettings = { mail: MAIL_BY_DEFAULT, zone: 'UTC', hour: 8 }

export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The calendar day and the hour it is at `now` in a zone. */
function clockIn(zone: string, now: Date): { day: string; hour: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return { day: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')) }
}

/** The calendar day, `YYYY-MM-DD`, it is at a moment in a zone. */
export function dayIn(zone: string, moment: Date): string {
  return clockIn(zone, moment).day
}

/** Whether today's letter is due: the hour has come there, and none went since midnight there. A night the server was off costs none. */
export function isDigestDue(
  { zone, hour }: Pick<NoticeSettings, 'zone' | 'hour'>,
  last: Date | null,
  now: Date,
): boolean {
  const here = clockIn(zone, now)
  if (here.hour < hour) return false
  return last === null || clockIn(zone, last).day < here.day
}
