import { getLocale, getTexts } from '@/app/_server/texts'
import { Badge } from '@/app/_ui/badge'
import { Table, Td, Th } from '@/app/_ui/table'
import { Time } from '@/app/_ui/time'
import { sizeText } from '@/app/projects/[projectId]/import/size-text'
import type { AdministeredProject } from '@/lib/administration/list-all-projects'
import { goesAt } from '@/lib/administration/rules'
import { ProjectMenu } from './project-menu'

export async function ProjectTable({ projects }: { projects: AdministeredProject[] }) {
  const [t, locale] = await Promise.all([getTexts(), getLocale()])
  return (
    <Table label={t('administration.projects')}>
      <thead>
        <tr>
          <Th>{t('administration.project')}</Th>
          <Th>{t('administration.managers')}</Th>
          <Th className="text-right">{t('administration.documents')}</Th>
          <Th className="text-right">{t('administration.members')}</Th>
          <Th className="text-right">{t('administration.storage')}</Th>
          <Th>{t('administration.lastChange')}</Th>
          <Th>
            <span className="sr-only">{t('administration.title')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {projects.map((project) => {
          const { texts, sources, editions } = project
          const parts = {
            texts: sizeText(texts, locale),
            sources: sizeText(sources, locale),
            editions: sizeText(editions, locale),
          }
          return (
            <tr key={project.id} className="hover:bg-hover">
              <Td className="min-w-40">
                <span className="flex flex-wrap items-center gap-2">
                  <span className="break-words font-medium">{project.name}</span>
                  {project.state === 'archived' && <Badge>{t('administration.archived')}</Badge>}
                  {project.state === 'deleted' && <Badge tone="danger">{t('administration.deleted')}</Badge>}
                </span>
                {project.deletedAt && (
                  <span className="block text-ink-soft text-sm">
                    {t('administration.goes')} <Time at={goesAt(project.deletedAt)} show="day" />
                  </span>
                )}
              </Td>
              <Td className="min-w-32">{project.managers.join(', ')}</Td>
              <Td className="text-right tabular-nums">{project.documents}</Td>
              <Td className="text-right tabular-nums">{project.members}</Td>
              <Td className="min-w-48 text-right">
                <span className="whitespace-nowrap tabular-nums">{sizeText(texts + sources + editions, locale)}</span>
                <span className="block text-ink-faint text-xs">{t('administration.storageParts', parts)}</span>
              </Td>
              <Td className="whitespace-nowrap">
                {project.lastChangeAt ? <Time at={project.lastChangeAt} show="day" /> : t('administration.never')}
              </Td>
              <Td className="w-0">
                <ProjectMenu id={project.id} name={project.name} state={project.state} />
              </Td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
