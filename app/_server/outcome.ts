/** What a command came to, as the screen needs it: actions and route handlers answer failures alike. */
import type { ZodError } from 'zod'
import { AppError, type ErrorCode, type ProblemId } from '@/lib/errors'
import { log } from './log'
import { getTexts } from './texts'

export type Failure = {
  ok: false
  problem: ProblemId | 'unexpected'
  /** In the reader's language. */
  message: string
  /** `{ field }` of a form, `{ version, text }` of a conflict. */
  detail: Record<string, string | number | null>
}

export type Outcome<Value> = { ok: true; value: Value } | Failure

const STATUS: Record<ErrorCode, number> = {
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  invalid: 422,
}

export function malformed(error: ZodError): AppError {
  return new AppError('invalid', 'invalid-input', { field: error.issues[0]?.path.join('.') ?? null })
}

/** An AppError is said; anything else is a bug: logged whole, said vaguely. */
export async function failureOf(error: unknown): Promise<{ failure: Failure; status: number }> {
  const t = await getTexts()
  if (error instanceof AppError) {
    const { problem, detail } = error
    return { failure: { ok: false, problem, message: t(`problems.${problem}`), detail }, status: STATUS[error.code] }
  }
  log.error({ err: error }, 'unexpected')
  return {
    failure: { ok: false, problem: 'unexpected', message: t('problems.unexpected'), detail: {} },
    status: 500,
  }
}
