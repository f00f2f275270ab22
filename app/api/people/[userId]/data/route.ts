import { attachment } from '@/app/_server/attachment'
import { parse, route } from '@/app/_server/route'
import { exportPerson } from '@/lib/administration/export-person'
import { PersonInput } from '@/lib/auth/input'

/** Everything that names a person, for them and for administrators. */
export const GET = route(async ({ actor, params }) => {
  const { fileName, body } = await exportPerson(actor, parse(PersonInput, params))
  return new Response(body, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': attachment(fileName),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
})
