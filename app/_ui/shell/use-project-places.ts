'use client'
/** The places of the project one is in, and whether they fold into a menu where they would need a line of their own. */
import { useParams, usePathname } from 'next/navigation'
import type { TextKey } from '../texts/dictionaries'

const PLACES = [
  { path: '', name: 'project.documents' },
  { path: '/discrepancies', name: 'project.discrepancies' },
  { path: '/checks', name: 'checks.page-title' },
  { path: '/quality', name: 'quality.title' },
  { path: '/terms', name: 'terms.page-title' },
  { path: '/register', name: 'register.page-title' },
  { path: '/assignments', name: 'project.assignments' },
  { path: '/progress', name: 'progress.title' },
  { path: '/members', name: 'project.members' },
  { path: '/settings', name: 'project.settings' },
] as const satisfies { path: string; name: TextKey }[]

/** Reviewing and importing are done to documents, so they belong to that place. */
function isCurrent(path: string, rest: string): boolean {
  if (path !== '') return rest === path || rest.startsWith(`${path}/`)
  return rest === '' || rest.startsWith('/review') || rest.startsWith('/import')
}

/** Null outside a project. Over a review the rows want the room. */
export function useProjectPlaces(projectIds: string[]) {
  const { projectId } = useParams<{ projectId?: string }>()
  const pathname = usePathname()
  if (!projectId || !projectIds.includes(projectId)) return null
  const base = `/projects/${projectId}`
  const rest = pathname.slice(base.length)
  const places = PLACES.map(({ path, name }) => ({ href: base + path, name, current: isCurrent(path, rest) }))
  return { places, folds: rest.startsWith('/review') }
}
