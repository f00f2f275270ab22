/** Turns a command into a server action: who asks, what they ask, then the command, then an answer that never throws. */
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { Actor } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import { findCurrentActor } from './current-actor'
import { failureOf, malformed, type Outcome } from './outcome'

type Action<Schema extends z.ZodType, Value> = (input: z.input<Schema>) => Promise<Outcome<Value>>

/** `export const saveEdit = action(EditInput, recordEdit)` in a 'use server' file. */
export function action<Schema extends z.ZodType, Value>(
  schema: Schema,
  command: (actor: Actor, input: z.output<Schema>) => Promise<Value>,
): Action<Schema, Value> {
  return openAction(schema, async (input) => {
    const actor = await findCurrentActor()
    // Not a redirect: what the person typed must stay on their screen.
    if (!actor) throw new AppError('not-signed-in', 'not-signed-in')
    return command(actor, input)
  })
}

/** The same for what may be done before signing in. */
export function openAction<Schema extends z.ZodType, Value>(
  schema: Schema,
  command: (input: z.output<Schema>) => Promise<Value>,
): Action<Schema, Value> {
  return async (typed) => {
    try {
      const input = schema.safeParse(typed)
      if (!input.success) throw malformed(input.error)
      return { ok: true, value: await command(input.data) }
    } catch (error) {
      unstable_rethrow(error)
      return (await failureOf(error)).failure
    }
  }
}
