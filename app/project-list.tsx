/** The projects a person is in, with how far they are. */
import { Flag } from 'lucide-react'
import Link from 'next/link'
import type { ProjectRow } from '@/lib/project/queries'
import { getTexts } from './_server/texts'
import { Progress } from './_ui/progress'
import { GOVERNING_NAMES, ROLE_NAMES } from './_ui/texts/names'

export function ProjectList({ projects }: { projects: ProjectRow[] }) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {projects.map((project) => (
        <ProjectCard key={project.id} project={project} />
      ))}
    </ul>
  )
}

async function ProjectCard({ project }: { project: ProjectRow }) {
  const t = await getTexts()
  const { id, name, segments, approved, openDiscrepancies } = project
  return (
    <li className="card relative flex flex-col px-4 py-4 hover:border-line-strong">
      <h3 className="break-words text-base">
        <Link
          href={`/projects/${id}`}
          className="rounded-sm after:absolute after:inset-0 after:content-[''] hover:underline"
        >
          {name}
        </Link>
      </h3>
      <p className="mt-0.5 text-ink-soft text-sm">
        {t(ROLE_NAMES[project.role])} · {t(GOVERNING_NAMES[project.governing])}
      </p>
      <div className="mt-auto pt-5">
        {segments > 0 && (
          <Progress
            done={approved}
            of={segments}
            label={t('project.progressLabel', { name, done: approved, of: segments })}
          />
        )}
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-ink-soft text-sm tabular-nums">
          <span>{t('project.documentCount', { count: project.documents })}</span>
          {segments > 0 && <span>{t('project.progressOf', { done: approved, of: segments })}</span>}
          {openDiscrepancies > 0 && (
            <span className="ml-auto inline-flex items-center gap-1 font-medium text-accent">
              <Flag aria-hidden className="size-3.5" />
              {t('project.openDiscrepancies', { count: openDiscrepancies })}
            </span>
          )}
        </p>
      </div>
    </li>
  )
}
