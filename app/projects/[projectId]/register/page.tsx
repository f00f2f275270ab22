import { BookUser } from 'lucide-react'
import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Note } from '@/app/_ui/note'
import { Page, PageHeader } from '@/app/_ui/page'
import { can } from '@/lib/auth/roles'
import { ENTRY_KINDS, type EntryKind } from '@/lib/bitext/register/entry'
import { listDocuments } from '@/lib/document/queries'
import { getProject } from '@/lib/project/queries'
import { ENTRIES_A_PAGE, listEntries } from '@/lib/register/queries'
import { AddEntry } from './add-entry'
import { EntryTable } from './entry-table'
import { ExportButton } from './export-button'
import { ImportDialog } from './import-dialog'
import { Narrowing } from './narrowing'
import { TakeDialog } from './take-dialog'

type RegisterPageProps = {
  params: Promise<{ projectId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('register.page-title') }
}

export default async function RegisterPage({ params, searchParams }: RegisterPageProps) {
  const { projectId } = await params
  const { search, kind, page } = asked(await searchParams)
  const actor = await currentActor(`/projects/${projectId}/register`)
  const project = await found(getProject(actor, projectId))
  const skip = (page - 1) * ENTRIES_A_PAGE
  const [t, listed, documents] = await Promise.all([
    getTexts(),
    listEntries(actor, { projectId, search, kind, skip }),
    listDocuments(actor, { projectId }),
  ])
  const { entries, total, all, kinds } = listed
  const manages = can(project.role, 'register.manage')
  return (
    <Page width="wide">
      <PageHeader
        title={t('register.page-title')}
        lead={<p className="max-w-prose">{t('register.intro')}</p>}
        actions={
          <>
            {all > 0 && <ExportButton projectId={projectId} />}
            {manages && <ImportDialog projectId={projectId} />}
            {manages && documents.length > 0 && (
              <TakeDialog projectId={projectId} documents={documents.map(({ id, title }) => ({ id, title }))} />
            )}
            {manages && <AddEntry projectId={projectId} />}
          </>
        }
      />
      {!manages && <Note className="mb-6">{t('register.read-only')}</Note>}
      {all === 0 ? (
        <EmptyState icon={BookUser} title={t('register.none')}>
          {t('register.none-body')}
        </EmptyState>
      ) : (
        <>
          <Narrowing search={search} kind={kind} total={total} all={all} kinds={kinds} />
          {entries.length === 0 ? (
            <p className="text-ink-soft">{t('register.none-found')}</p>
          ) : (
            <EntryTable projectId={projectId} entries={entries} manages={manages} />
          )}
          <Pages search={search} kind={kind} page={page} pages={Math.ceil(total / ENTRIES_A_PAGE)} />
        </>
      )}
    </Page>
  )
}

function asked({ q, kind, page }: Record<string, string | string[] | undefined>) {
  return {
    search: typeof q === 'string' ? q.slice(0, 200) : '',
    kind: ENTRY_KINDS.find((one) => one === kind) ?? null,
    page: Math.max(1, Math.min(10_000, Math.trunc(Number(page)) || 1)),
  }
}

type PagesProps = { search: string; kind: EntryKind | null; page: number; pages: number }

async function Pages({ search, kind, page, pages }: PagesProps) {
  if (pages < 2) return null
  const t = await getTexts()
  const to = (number: number) =>
    `?${new URLSearchParams({ ...(search && { q: search }), ...(kind && { kind }), page: String(number) })}`
  return (
    <nav
      aria-label={t('register.page', { page, pages })}
      className="mt-4 flex items-center justify-center gap-3 text-sm"
    >
      {page > 1 && (
        <ButtonLink size="small" href={to(page - 1)}>
          {t('register.previous')}
        </ButtonLink>
      )}
      <span className="text-ink-soft tabular-nums">{t('register.page', { page, pages })}</span>
      {page < pages && (
        <ButtonLink size="small" href={to(page + 1)}>
          {t('register.next')}
        </ButtonLink>
      )}
    </nav>
  )
}
