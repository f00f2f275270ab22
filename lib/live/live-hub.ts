/** The one hub of this process, opened when the first document is followed. */
import type { Actor } from '../auth/actor'
import { listSegments } from '../segment/queries'
import { type Follower, type Hub, openHub } from './hub'

/** A follower that remembers who it is, so that rows are read with its rights. */
export type ActingFollower = Follower & { actor: Actor }

// Kept on globalThis: `next dev` loads this module anew at each change and would leave its connections behind.
const kept = globalThis as { duizhaoHub?: Hub; duizhaoHubTrouble?: (error: unknown) => void; duizhaoStopping?: true }

/** What to do with trouble that heals by itself (a lost connection); the app logs it. */
export function onHubTrouble(log: (error: unknown) => void): void {
  kept.duizhaoHubTrouble = log
}

export function liveHub(): Hub {
  kept.duizhaoHub ??= open()
  return kept.duizhaoHub
}

/** Who follows now would keep the server from ending: a connection that is still open takes requests until it closes. */
export function isStopping(): boolean {
  return kept.duizhaoStopping === true
}

function open(): Hub {
  const connectionString = process.env.DATABASE_URL
  if (!connectionString) throw new Error('DATABASE_URL is not set. `npm start` sets it for the bundled database.')
  // A server that is asked to stop waits for its open answers; these would never end by themselves.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      kept.duizhaoStopping = true
      void closeLiveHub()
    })
  }
  return openHub({
    connectionString,
    rowsOf: (follower, ids) => {
      const { actor, projectId, documentId } = follower as ActingFollower
      return listSegments(actor, { projectId, documentId, ids })
    },
    onTrouble: (error) => kept.duizhaoHubTrouble?.(error),
  })
}

/** How many open documents hear of changes from this process. */
export function countFollowers(): number {
  return kept.duizhaoHub?.size() ?? 0
}

/** Ends every stream and lets go of the connection. The next follower opens a new hub. */
export async function closeLiveHub(): Promise<void> {
  const hub = kept.duizhaoHub
  kept.duizhaoHub = undefined
  await hub?.close()
}
