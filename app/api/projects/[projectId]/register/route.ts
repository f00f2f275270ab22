import { readBody } from '@/app/_server/read-body'
import { parse, route } from '@/app/_server/route'
import { requireMember } from '@/lib/auth/require-member'
import { importRegister, previewRegister } from '@/lib/register/import-register'
import { LARGEST_REGISTER_FILE, RegisterFileInput } from '@/lib/register/input'

/** A table of the register as the body, `?name=` its name: what it would do, or with `?keep` does. */
export const POST = route(async (asked) => {
  const { actor, params, query } = asked
  // The right is asked for before the body is read.
  await requireMember(actor, params.projectId ?? '', 'register.manage')
  const bytes = await readBody(asked, LARGEST_REGISTER_FILE, 'register-file')
  const input = parse(RegisterFileInput, { projectId: params.projectId, fileName: query.get('name') ?? '', bytes })
  return query.has('keep') ? await importRegister(actor, input) : await previewRegister(actor, input)
})
