/** Who is asking, at the door of every page and action. */
import { redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import type { Actor } from '@/lib/auth/actor'
import { authOptions } from './auth-options'

/** The holder of the session with their language, or null; looked up once a request. */
export const findHolder = cache(async () => (await getServerSession(authOptions))?.holder ?? null)

export async function findCurrentActor(): Promise<Actor | null> {
  return (await findHolder())?.actor ?? null
}

/** For pages: leads to the sign-in page when nobody is signed in, and back to `path` afterwards. */
export async function currentActor(path = '/'): Promise<Actor> {
  const actor = await findCurrentActor()
  if (actor) return actor
  redirect(path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`)
}
