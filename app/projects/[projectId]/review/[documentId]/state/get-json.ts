/** Asks the document's own addresses; what goes wrong comes back as words for a person. */
import type { Screen } from './screen'

export type Answer<T> = { ok: true; value: T } | { ok: false; message: string }

export async function getJson<T>(screen: Screen, path: string, init?: RequestInit): Promise<Answer<T>> {
  const response = await fetch(`${screen.api}/${path}`, init).catch(() => null)
  if (!response) return { ok: false, message: screen.t('problems.offline') }
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return { ok: true, value: body as T }
  const message = (body as { message?: unknown } | null)?.message
  return { ok: false, message: typeof message === 'string' ? message : screen.t('problems.unexpected') }
}
