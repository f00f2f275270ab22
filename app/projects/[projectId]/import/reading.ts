/** What is brought in, and why it could not be read. */
import type { Failure } from '@/app/_server/outcome'
import type { Understood } from '@/app/api/projects/[projectId]/intake/understood'
import type { Side } from '@/lib/bitext/text'
import type { Lost } from './send'

export type Adding = { documentId: string; title: string; side: Side }

export type Layout = 'two' | 'both'

export type ReadFailure = Extract<Understood, { ok: false }> | Failure | Lost
