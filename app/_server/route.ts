/** Turns a function into a route handler: who asks, then the work, then JSON or a response of its own. */
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { Actor } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import { findCurrentActor } from './current-actor'
import { failureOf, malformed } from './outcome'

export type Asked = { actor: Actor; request: Request; params: Record<string, string>; query: URLSearchParams }

/** A route without parameters is given none: undefined in a production build, though Next's types say otherwise. */
type RouteContext = { params: Promise<Record<string, string | string[] | undefined> | undefined> }

/**
 * `export const GET = route(({ actor, params }) => getHistory(actor, parse(HistoryInput, params)))`.
 * A value becomes JSON, a Response stays as it is; problems become `{ problem, message, detail }` with their status.
 */
export function route(handler: (asked: Asked) => unknown | Promise<unknown>) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    try {
      requireSameOrigin(request)
      const actor = await findCurrentActor()
      if (!actor) throw new AppError('not-signed-in', 'not-signed-in')
      const params = Object.fromEntries(
        Object.entries((await context.params) ?? {}).map(([name, value]) => [name, String(value)]),
      )
      const answer = await handler({ actor, request, params, query: new URL(request.url).searchParams })
      if (answer instanceof Response) return answer
      return Response.json(answer ?? null, { headers: { 'cache-control': 'private, no-store' } })
    } catch (error) {
      unstable_rethrow(error)
      const { failure, status } = await failureOf(error)
      return Response.json(failure, { status, headers: { 'cache-control': 'private, no-store' } })
    }
  }
}

/** Parses at the door of a route handler; a malformed request is `invalid`. */
export function parse<Schema extends z.ZodType>(schema: Schema, typed: unknown): z.output<Schema> {
  const input = schema.safeParse(typed)
  if (!input.success) throw malformed(input.error)
  return input.data
}

/** A form on another site can post here with the person's cookie; browsers then say so in this header. */
function requireSameOrigin(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers.get('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') throw new AppError('forbidden', 'not-allowed')
}
