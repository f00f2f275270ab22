import { readBody } from '@/app/_server/read-body'
import { parse, route } from '@/app/_server/route'
import { requireMember } from '@/lib/auth/require-member'
import { importTerms, previewTerms } from '@/lib/termbase/import-terms'
import { LARGEST_TERM_FILE, TermFileInput } from '@/lib/termbase/input'
import { getTerms } from '@/lib/termbase/queries'

/** The whole termbase. */
export const GET = route(({ actor, params }) => getTerms(actor, { projectId: params.projectId ?? '' }))

/** A file of terms as the body, `?name=` its name: what it would do, or with `?keep` does. */
export const POST = route(async (asked) => {
  const { actor, params, query } = asked
  // The right is asked for before the body is read.
  await requireMember(actor, params.projectId ?? '', 'term.manage')
  const bytes = await readBody(asked, LARGEST_TERM_FILE, 'term-file')
  const input = parse(TermFileInput, { projectId: params.projectId, fileName: query.get('name') ?? '', bytes })
  return query.has('keep') ? await importTerms(actor, input) : await previewTerms(actor, input)
})
