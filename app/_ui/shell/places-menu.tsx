'use client'
import { ChevronDown, Menu as Picture } from 'lucide-react'
import Link from 'next/link'
import { Menu, MenuItem } from '../menu'
import { useTexts } from '../texts/texts-provider'
import { useProjectPlaces } from './use-project-places'

/** The places of the project behind one button, where they are not shown side by side. */
export function PlacesMenu({ projectIds }: { projectIds: string[] }) {
  const t = useTexts()
  const here = useProjectPlaces(projectIds)
  if (!here?.folds) return null
  const now = here.places.find(({ current }) => current)
  return (
    <nav aria-label={t('common.projectNav')} className="shrink-0 xl:hidden">
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            className="flex h-9 items-center gap-2 rounded-md px-2.5 font-medium text-ink-soft hover:bg-hover hover:text-ink"
          >
            <Picture aria-hidden className="size-4" />
            <span className="max-sm:sr-only">{now && t(now.name)}</span>
            <ChevronDown aria-hidden className="size-4 text-ink-faint max-sm:hidden" />
          </button>
        }
      >
        {here.places.map(({ href, name, current }) => (
          <MenuItem key={href} asChild>
            <Link href={href} aria-current={current ? 'page' : undefined} className="aria-[current]:font-semibold">
              {t(name)}
            </Link>
          </MenuItem>
        ))}
      </Menu>
    </nav>
  )
}
