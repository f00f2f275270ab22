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
  return async (typed) =>
    answered(async () => {
      // Who asks comes first: to those not signed in a form tells nothing of itself.
      const actor = await findCurrentActor()
      // Not a redirect: what the person typed must stay on their screen.
      if (!actor) throw new AppError('not-signed-in', 'not-signed-in')
      return command(actor, parsed(schema, typed))
    })
}

/** The same for what may be done before signing in. */
export function openAction<Schema extends z.ZodType, Value>(
  schema: Schema,
  command: (input: z.output<Schema>) => Promise<Value>,
): Action<Schema, Value> {
  return async (typed) => answered(() => command(parsed(schema, typed)))
}

function parsed<Schema extends z.ZodType>(schema: Schema, typed: unknown): z.output<Schema> {
  const input = schema.safeParse(typed)
  if (!input.success) throw malformed(input.error)
  return input.data
}

async function answered<Value>(act: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { ok: true, value: await act() }
  } catch (error) {
    unstable_rethrow(error)
    return (await failureOf(error)).failure
  }
}
