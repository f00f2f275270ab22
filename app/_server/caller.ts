/** From where a request came, and what the browser says of itself. */
import { headers } from 'next/headers'
import type { Caller } from '@/lib/auth/sessions'

export async function currentCaller(): Promise<Caller> {
  const sent = await headers()
  return { device: sent.get('user-agent') ?? '', address: nearestHop(sent.get('x-forwarded-for')) }
}

/** The nearest hop's word. Next fills it in from the socket; a proxy in front appends what it saw. */
function nearestHop(forwardedFor: string | null): string {
  return forwardedFor?.split(',').at(-1)?.trim().slice(0, 60) || 'unknown'
}
