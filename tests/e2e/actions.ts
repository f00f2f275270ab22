/** Server actions, called over HTTP as a page calls them. */
import { readFileSync } from 'node:fs'

type Action = { exportedName: string; filename: string; workers: Record<string, unknown> }

const manifest = JSON.parse(readFileSync('.next-test/server/server-reference-manifest.json', 'utf8'))

export const ACTIONS = Object.entries(manifest.node as Record<string, Action>)

export const idOf = (name: string) => ACTIONS.find(([, { exportedName }]) => exportedName === name)?.[0] ?? ''

/** What a request to `path` says to call the action. */
export function headersOf(id: string): Record<string, string> {
  return { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8', accept: 'text/x-component' }
}
