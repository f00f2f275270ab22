'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTexts } from '@/app/_ui/texts/texts-provider'

const PLACES = [
  { path: '/administration', name: 'administration.people' },
  { path: '/administration/projects', name: 'administration.projects' },
  { path: '/administration/jobs', name: 'administration.jobs' },
  { path: '/administration/audit', name: 'administration.audit' },
  { path: '/administration/settings', name: 'administration.settings' },
] as const

export function PlaceNav() {
  const t = useTexts()
  const pathname = usePathname()
  return (
    <nav aria-label={t('administration.nav')} className="mb-6 flex overflow-x-auto border-line border-b">
      {PLACES.map(({ path, name }) => (
        <Link
          key={path}
          href={path}
          aria-current={pathname === path ? 'page' : undefined}
          className="-mb-px flex h-10 shrink-0 items-center whitespace-nowrap border-transparent border-b-2 px-3 text-ink-soft hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink focus-visible:-outline-offset-2"
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  )
}
