import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { registerToCsv } from '../bitext/register'
import type { ExportRegisterInput } from './input'
import { readRegister } from './read-register'

/** The whole register as a table; reading it back changes nothing. */
export async function exportRegister(actor: Actor, { projectId }: ExportRegisterInput) {
  await requireMember(actor, projectId, 'document.export')
  return {
    fileName: 'register.csv',
    mediaType: 'text/csv; charset=utf-8',
    body: registerToCsv(await readRegister(projectId)),
  }
}
