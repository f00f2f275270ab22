/** From where a request came, and what the browser says of itself. */
import { headers } from 'next/headers'
import type { Caller } from '@/lib/auth/sessions'

export async function currentCaller(): Promise<Caller> {
  const sent = await headers()
  // Set by the gate (web/caller-address.mjs), whatever was sent.
  const address = sent.get('x-forwarded-for')?.slice(0, 60) || 'unknown'
  return { device: sent.get('user-agent') ?? '', address }
}
