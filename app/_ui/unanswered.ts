import { unstable_isUnrecognizedActionError } from 'next/navigation'
import type { Failure } from '../_server/outcome'
import type { Translate } from './texts/translate'

/**
 * What an action that got no answer came to: `save(input).catch(unanswered(t))`. The server cannot be reached; or it was
 * renewed since the page was opened and knows the acts of this page no more, which trying again would never tell.
 */
export function unanswered(t: Translate): (error: unknown) => Failure {
  return (error) => {
    const message = t(unstable_isUnrecognizedActionError(error) ? 'problems.renewed' : 'problems.offline')
    return { ok: false, problem: 'unexpected', message, detail: {} }
  }
}
