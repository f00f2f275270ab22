'use client'
import { ChevronsUpDown, LayoutGrid, Plus } from 'lucide-react'
import Link from 'next/link'
import { useParams } from 'next/navigation'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../menu'
import { useTexts } from '../texts/texts-provider'

export type ProjectName = { id: string; name: string }

/** Where one is, and the way to another project. */
export function ProjectSwitcher({ projects }: { projects: ProjectName[] }) {
  const t = useTexts()
  const { projectId } = useParams<{ projectId?: string }>()
  const current = projects.find(({ id }) => id === projectId)
  const trigger = (
    <button
      type="button"
      className="flex h-9 min-w-0 max-w-72 items-center gap-2 rounded-md px-2.5 font-medium hover:bg-hover"
    >
      <span className="sr-only">{t('project.switchProject')}: </span>
      <span className="truncate">{current?.name ?? t('project.projects')}</span>
      <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
    </button>
  )
  return (
    <Menu trigger={trigger} align="start" className="min-w-60">
      {projects.length > 0 && <MenuLabel>{t('project.projects')}</MenuLabel>}
      {projects.map(({ id, name }) => (
        <MenuItem key={id} asChild>
          <Link href={`/projects/${id}`} aria-current={id === projectId ? 'true' : undefined}>
            <span className={id === projectId ? 'font-semibold' : ''}>{name}</span>
          </Link>
        </MenuItem>
      ))}
      {projects.length > 0 && <MenuSeparator />}
      <MenuItem asChild>
        <Link href="/">
          <LayoutGrid aria-hidden />
          {t('project.allProjects')}
        </Link>
      </MenuItem>
      <MenuItem asChild>
        <Link href="/projects/new">
          <Plus aria-hidden />
          {t('project.newProject')}
        </Link>
      </MenuItem>
    </Menu>
  )
}
