/** The kinds of long work, and what is remembered of a piece of it. */
export const JOB_KINDS = ['document.create', 'document.add-side', 'document.export', 'alignment.realign'] as const

export type JobKind = (typeof JOB_KINDS)[number]

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

/** What is sent along and needs no screen: delivered at least once, tried again with growing pauses. */
export const ERRAND_KINDS = ['findings.refresh', 'webhook.deliver'] as const

export type ErrandKind = (typeof ERRAND_KINDS)[number]

/** A job that was begun this often without coming to an end is given up: it may be what kills the workers. */
export const MOST_ATTEMPTS = 5

/** Queue names of pg-boss allow letters, digits, `-` and `_`. */
export function queueOf(kind: JobKind | ErrandKind): string {
  return kind.replaceAll('.', '-')
}
