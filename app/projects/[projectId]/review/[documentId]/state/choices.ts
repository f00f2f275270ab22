/** What is chosen by its name: the status of the row, what changes are held against, a saved view; and the pages beside the review. */
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { can } from '@/lib/auth/roles'
import { reachableStatuses } from '@/lib/segment/rules'
import { leadTo, statusText } from './acts'
import { isFiltering, NO_FILTER } from './filter'
import { applyFilter } from './load'
import type { Offer } from './palette-offer'
import { takesSteps } from './rights'
import { type Choice, currentRow, type Screen } from './screen'
import { namedBases, showBase } from './tracking'
import { BUILT_IN_VIEW_NAMES, BUILT_IN_VIEWS } from './views'

/** Those of one kind, or all of them with the pages. */
export function choiceOffers(screen: Screen, only?: Choice): Offer[] {
  if (only) return CHOICES[only](screen)
  return [...CHOICES.status(screen), ...CHOICES.base(screen), ...CHOICES.view(screen), ...pageOffers(screen)]
}

const CHOICES: Record<Choice, (screen: Screen) => Offer[]> = {
  status: statusOffers,
  base: baseOffers,
  view: viewOffers,
}

function statusOffers(screen: Screen): Offer[] {
  const row = currentRow(screen)
  if (!row || row.locked || !takesSteps(screen.review)) return []
  return reachableStatuses(row.status, screen.review.me.role).map((to) => {
    const run = () => void leadTo(screen, row, to)
    const name = screen.t(statusText(to))
    return { id: `status-${to}`, kind: 'status', name, hint: screen.t('review.palette-status'), keys: [], run }
  })
}

function baseOffers(screen: Screen): Offer[] {
  const offer = (id: string, name: string, run: () => void): Offer => {
    return { id: `base-${id}`, kind: 'base', name, hint: screen.t('tracked.bar'), keys: [], run }
  }
  return [
    ...namedBases(screen).map(({ base, name }) => offer(base, name, () => showBase(screen, base))),
    offer('off', screen.t('tracked.base-off'), () => showBase(screen, null)),
  ]
}

function viewOffers(screen: Screen): Offer[] {
  const hint = screen.t('find.views')
  const builtIn = BUILT_IN_VIEW_NAMES.map((name) => ({
    id: name as string,
    name: screen.t(`find.view-${name}`),
    hint,
    filter: { ...NO_FILTER, ...BUILT_IN_VIEWS[name] },
  }))
  const kept = (screen.views.get() ?? []).map(({ id, name, filter, mine, by }) => {
    return { id, name, filter, hint: mine ? hint : screen.t('find.view-by', { name: by }) }
  })
  const offers = [...kept, ...builtIn].map(({ id, name, filter, hint }): Offer => {
    const run = () => void applyFilter(screen, filter)
    return { id: `view-${id}`, kind: 'view', name, hint, keys: [], run }
  })
  if (!isFiltering(screen.filter.get())) return offers
  const run = () => screen.asking.set({ what: 'save-view' })
  return [...offers, { id: 'view-save', kind: 'view', name: screen.t('find.views-save'), hint, keys: [], run }]
}

/** The address of each page after that of the project or of the document. */
const PAGES: readonly { name: TextKey; of: 'project' | 'document'; path: string; manager?: true }[] = [
  { name: 'tracked.timeline', of: 'document', path: 'timeline' },
  { name: 'edition.title', of: 'document', path: 'editions' },
  { name: 'project.documents', of: 'project', path: '' },
  { name: 'project.discrepancies', of: 'project', path: 'discrepancies' },
  { name: 'checks.page-title', of: 'project', path: 'checks' },
  { name: 'quality.title', of: 'project', path: 'quality' },
  { name: 'terms.page-title', of: 'project', path: 'terms' },
  { name: 'register.page-title', of: 'project', path: 'register' },
  { name: 'project.assignments', of: 'project', path: 'assignments' },
  { name: 'progress.title', of: 'project', path: 'progress' },
  { name: 'project.members', of: 'project', path: 'members' },
  { name: 'project.settings', of: 'project', path: 'settings' },
  { name: 'audit.title', of: 'project', path: 'audit', manager: true },
]

function pageOffers({ t, projectId, documentId, review }: Screen): Offer[] {
  const project = `/projects/${projectId}`
  const address = { project, document: `${project}/review/${documentId}` }
  return PAGES.filter(({ manager }) => !manager || can(review.me.role, 'audit.read')).map(({ name, of, path }) => ({
    id: `page-${of}-${path}`,
    kind: 'page',
    name: t(name),
    hint: t('review.palette-page'),
    keys: [],
    // A full visit: the screen that is left may hold drafts, and asks before it goes.
    run: () => window.location.assign(path === '' ? address[of] : `${address[of]}/${path}`),
  }))
}
