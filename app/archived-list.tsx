'use client'
/** Projects one has archived, folded away: they come back from here. */
import { RotateCcw } from 'lucide-react'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useTold } from '@/app/_ui/use-told'
import type { ArchivedProject } from '@/lib/project/archived-projects'
import { restoreProjectHere } from './projects/[projectId]/settings/actions'

export function ArchivedList({ projects }: { projects: ArchivedProject[] }) {
  const t = useTexts()
  const tell = useToast()
  const restore = useTold(restoreProjectHere)
  if (projects.length === 0) return null
  return (
    <details className="mt-6 text-ink-soft">
      <summary className="w-fit cursor-pointer">
        {t('administration.archivedOwn')} ({projects.length})
      </summary>
      <ul className="mt-3 divide-y divide-line border-line border-y">
        {projects.map(({ id: projectId, name }) => (
          <li key={projectId} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span className="break-words">{name}</span>
            <Button
              size="small"
              disabled={restore.running}
              aria-label={`${t('administration.restore')}: ${name}`}
              onClick={async () => (await restore.run({ projectId })) && tell(t('administration.restored', { name }))}
            >
              <RotateCcw aria-hidden />
              {t('administration.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
