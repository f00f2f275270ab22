import { BookA } from 'lucide-react'
import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { Button, ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Input } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { Page, PageHeader } from '@/app/_ui/page'
import { can } from '@/lib/auth/roles'
import { getProject } from '@/lib/project/queries'
import { CONCEPTS_A_PAGE, listConcepts } from '@/lib/termbase/queries'
import { AddConcept } from './add-concept'
import { ConceptTable } from './concept-table'
import { ExportTerms } from './export-terms'
import { ImportDialog } from './import-dialog'

type TermsPageProps = {
  params: Promise<{ projectId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('terms.page-title') }
}

export default async function TermsPage({ params, searchParams }: TermsPageProps) {
  const { projectId } = await params
  const asked = await searchParams
  const search = typeof asked.q === 'string' ? asked.q.slice(0, 200) : ''
  const page = Math.max(1, Math.min(10_000, Math.trunc(Number(asked.page)) || 1))
  const actor = await currentActor(`/projects/${projectId}/terms`)
  const project = await found(getProject(actor, projectId))
  const skip = (page - 1) * CONCEPTS_A_PAGE
  const [t, { concepts, total, all }] = await Promise.all([
    getTexts(),
    listConcepts(actor, { projectId, search, skip }),
  ])
  const manages = can(project.role, 'term.manage')
  return (
    <Page width="wide">
      <PageHeader
        title={t('terms.page-title')}
        lead={<p className="max-w-prose">{t('terms.intro')}</p>}
        actions={
          <>
            {all > 0 && <ExportTerms projectId={projectId} />}
            {manages && <ImportDialog projectId={projectId} />}
            {manages && <AddConcept projectId={projectId} />}
          </>
        }
      />
      {!manages && <Note className="mb-6">{t('terms.read-only')}</Note>}
      {all === 0 ? (
        <EmptyState icon={BookA} title={t('terms.none')}>
          {t('terms.none-body')}
        </EmptyState>
      ) : (
        <>
          <search className="mb-4 block">
            <form className="flex flex-wrap items-center gap-2">
              <Input
                type="search"
                name="q"
                defaultValue={search}
                aria-label={t('terms.search-label')}
                placeholder={t('terms.search-label')}
                className="!w-auto min-w-0 max-w-sm flex-1 basis-60"
              />
              <Button type="submit">{t('terms.search')}</Button>
              {search !== '' && (
                <ButtonLink look="quiet" href={`/projects/${projectId}/terms`}>
                  {t('terms.show-all')}
                </ButtonLink>
              )}
              <p role="status" className="ml-auto text-ink-soft text-sm tabular-nums">
                {search === '' ? t('terms.count', { count: all }) : t('terms.found', { found: total, count: all })}
              </p>
            </form>
          </search>
          {concepts.length === 0 ? (
            <p className="text-ink-soft">{t('terms.none-found')}</p>
          ) : (
            <ConceptTable projectId={projectId} concepts={concepts} manages={manages} />
          )}
          <Pages search={search} page={page} pages={Math.ceil(total / CONCEPTS_A_PAGE)} />
        </>
      )}
    </Page>
  )
}

async function Pages({ search, page, pages }: { search: string; page: number; pages: number }) {
  if (pages < 2) return null
  const t = await getTexts()
  const to = (number: number) => `?${new URLSearchParams({ ...(search && { q: search }), page: String(number) })}`
  return (
    <nav aria-label={t('terms.page', { page, pages })} className="mt-4 flex items-center justify-center gap-3 text-sm">
      {page > 1 && (
        <ButtonLink size="small" href={to(page - 1)}>
          {t('terms.previous')}
        </ButtonLink>
      )}
      <span className="text-ink-soft tabular-nums">{t('terms.page', { page, pages })}</span>
      {page < pages && (
        <ButtonLink size="small" href={to(page + 1)}>
          {t('terms.next')}
        </ButtonLink>
      )}
    </nav>
  )
}
