'use client'
import Link from 'next/link'
import { useParams, usePathname } from 'next/navigation'
import type { TextKey } from '../texts/dictionaries'
import { useTexts } from '../texts/texts-provider'

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

/** The places of the project one is in; nothing outside a project. */
export function ProjectNav({ projectIds }: { projectIds: string[] }) {
  const t = useTexts()
  const { projectId } = useParams<{ projectId?: string }>()
  const pathname = usePathname()
  if (!projectId || !projectIds.includes(projectId)) return null
  const base = `/projects/${projectId}`
  const rest = pathname.slice(base.length)
  return (
    <nav
      data-project-nav
      aria-label={t('common.projectNav')}
      className="order-last -mx-4 flex basis-[calc(100%+2rem)] overflow-x-auto border-line border-t px-2 sm:-mx-6 sm:basis-[calc(100%+3rem)] sm:px-4 xl:order-none xl:mx-0 xl:shrink-0 xl:basis-auto xl:border-0 xl:px-0"
    >
      {PLACES.map(({ path, name }) => (
        <Link
          key={path}
          href={base + path}
          aria-current={isCurrent(path, rest) ? 'page' : undefined}
          className="flex h-10 shrink-0 items-center whitespace-nowrap border-transparent border-b-2 px-3 text-ink-soft hover:text-ink xl:px-2 2xl:px-3 aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink focus-visible:-outline-offset-2 xl:h-14 xl:pt-0.5"
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  )
}
