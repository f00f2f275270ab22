'use client'
import { useTexts } from '../texts/texts-provider'
import { PlaceLink } from './place-link'
import { useProjectPlaces } from './use-project-places'

/** The places of the project one is in; nothing outside a project. */
export function ProjectNav({ projectIds }: { projectIds: string[] }) {
  const t = useTexts()
  const here = useProjectPlaces(projectIds)
  if (!here) return null
  return (
    <nav
      data-project-nav={here.folds ? 'folded' : ''}
      aria-label={t('common.projectNav')}
      className="order-last -mx-4 flex basis-[calc(100%+2rem)] overflow-x-auto border-line border-t px-2 data-[project-nav=folded]:max-xl:hidden sm:-mx-6 sm:basis-[calc(100%+3rem)] sm:px-4 xl:order-none xl:mx-0 xl:shrink-0 xl:basis-auto xl:border-0 xl:px-0"
    >
      {here.places.map(({ href, name, current }) => (
        <PlaceLink
          key={href}
          href={href}
          aria-current={current ? 'page' : undefined}
          className="flex h-10 shrink-0 items-center whitespace-nowrap border-transparent border-b-2 px-3 text-ink-soft hover:text-ink xl:px-2 2xl:px-3 aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink focus-visible:-outline-offset-2 xl:h-14 xl:pt-0.5 [@media(max-height:35rem)]:h-10"
        >
          {t(name)}
        </PlaceLink>
      ))}
    </nav>
  )
}
