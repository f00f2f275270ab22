/** What only an administrator may do: to everyone else it is not there. */
import { anonymisePerson } from '../../lib/administration/anonymise-person'
import { archiveAnyProject } from '../../lib/administration/archive-any-project'
import { changePersonRole } from '../../lib/administration/change-person-role'
import { changeRetention, readRetention } from '../../lib/administration/change-retention'
import { deleteProject } from '../../lib/administration/delete-project'
import { bringDocumentBack, listDeletedDocuments } from '../../lib/administration/deleted-documents'
import { disablePerson } from '../../lib/administration/disable-person'
import { endSessionsOf } from '../../lib/administration/end-sessions-of'
import { issuePasswordLink } from '../../lib/administration/issue-password-link'
import { listAllJobs, retryAnyJob } from '../../lib/administration/jobs'
import { listAllProjects } from '../../lib/administration/list-all-projects'
import { listPeople } from '../../lib/administration/list-people'
import { restoreAnyProject } from '../../lib/administration/restore-any-project'
import { exportAudit, getAuditChoices, listAudit } from '../../lib/audit/queries'
import type { Actor } from '../../lib/auth/actor'
import { resetSecondFactor } from '../../lib/auth/second-factor'

export type Instance = { userId: string; projectId: string; documentId: string; nothing: string }

export const ADMINISTRATION: Record<string, (actor: Actor, at: Instance) => Promise<unknown>> = {
  resetSecondFactor: (actor, { userId }) => resetSecondFactor(actor, { userId }),
  // Of the whole workbench; of one project they are its managers' (tests/access.test.ts).
  listAudit: (actor) => listAudit(actor, { projectId: null }),
  getAuditChoices: (actor) => getAuditChoices(actor, { projectId: null }),
  exportAudit: (actor) => exportAudit(actor, { projectId: null, format: 'jsonl' }),
  listPeople: (actor) => listPeople(actor, { search: '', page: 1 }),
  changePersonRole: (actor, { userId }) => changePersonRole(actor, { userId, administrator: true }),
  disablePerson: (actor, { userId }) => disablePerson(actor, { userId, disabled: true }),
  anonymisePerson: (actor, { userId }) => anonymisePerson(actor, { userId, typed: 'nobody@test.invalid' }),
  issuePasswordLink: (actor, { userId }) => issuePasswordLink(actor, { userId }),
  endSessionsOf: (actor, { userId }) => endSessionsOf(actor, { userId }),
  listAllProjects: (actor) => listAllProjects(actor),
  archiveAnyProject: (actor, { projectId }) => archiveAnyProject(actor, { projectId }),
  restoreAnyProject: (actor, { projectId }) => restoreAnyProject(actor, { projectId }),
  deleteProject: (actor, { projectId }) => deleteProject(actor, { projectId }),
  listDeletedDocuments: (actor) => listDeletedDocuments(actor),
  bringDocumentBack: (actor, { documentId }) => bringDocumentBack(actor, { documentId }),
  listAllJobs: (actor) => listAllJobs(actor),
  retryAnyJob: (actor, { nothing }) => retryAnyJob(actor, { jobId: nothing }),
  readRetention: (actor) => readRetention(actor),
  changeRetention: (actor) => changeRetention(actor, { months: 24, seenVersion: 0 }),
}
