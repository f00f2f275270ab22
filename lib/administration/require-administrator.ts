import type { Actor } from '../auth/actor'
import { AppError } from '../errors'

/** To everyone else what administrators do is not there. */
export function requireAdministrator(actor: Actor): void {
  if (!actor.administrator) throw new AppError('not-found', 'not-found')
}
