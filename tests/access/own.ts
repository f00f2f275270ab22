/** What a person does with what is theirs alone: each is tried by somebody else, who knows all ids of it. */

import { addAbsence } from '../../lib/absence/add-absence'
import { changeAbsence } from '../../lib/absence/change-absence'
import { listAbsences } from '../../lib/absence/queries'
import { removeAbsence } from '../../lib/absence/remove-absence'
import { deleteOwnAccount } from '../../lib/administration/delete-own-account'
import { exportPerson } from '../../lib/administration/export-person'
import { previewAnonymising } from '../../lib/administration/preview-anonymising'
import { listWaiting } from '../../lib/assignment/list-waiting'
import { listMyPool, listMyWork } from '../../lib/assignment/queries'
import type { Actor } from '../../lib/auth/actor'
import { changeKeys, getKeys } from '../../lib/auth/change-keys'
import { changeLocale } from '../../lib/auth/change-locale'
import { changeName } from '../../lib/auth/change-name'
import { changePassword } from '../../lib/auth/change-password'
import { confirmMyself } from '../../lib/auth/confirm-myself'
import { endSessions } from '../../lib/auth/end-sessions'
import { listIdentities, partIdentity } from '../../lib/auth/identities'
import {
  beginSecondFactor,
  confirmSecondFactor,
  getSecondFactor,
  renewRecoveryCodes,
  turnOffSecondFactor,
} from '../../lib/auth/second-factor'
import { endSession, listSessions } from '../../lib/auth/sessions'
import { listMyMentions } from '../../lib/comment/queries'
import { countNotices, listNotices } from '../../lib/notice/queries'
import { readNotices } from '../../lib/notice/read-notices'
import { DEFAULT_SETTINGS } from '../../lib/notice/rules'
import { changeNoticeSettings, findZone, getNoticeSettings } from '../../lib/notice/settings'
import { acceptInvitation } from '../../lib/project/accept-invitation'
import { listArchivedProjects, restoreProject } from '../../lib/project/archived-projects'
import { createProject } from '../../lib/project/create-project'
import { listProjectNames, listProjects } from '../../lib/project/queries'

export type Theirs = {
  userId: string
  projectId: string
  sessionId: string
  identityId: string
  noticeId: bigint
  secret: string
  absenceId: string
}

type Own = (actor: Actor, theirs: Theirs) => Promise<unknown>

const WEEK = { from: '2099-03-02', to: '2099-03-06', zone: 'UTC', reason: '' }

const password = 'tide tables and lamp oil'

export const OWN: Record<string, Own> = {
  listMyWork: (actor) => listMyWork(actor),
  listMyPool: (actor) => listMyPool(actor),
  listWaiting: (actor) => listWaiting(actor),
  findZone: (actor) => findZone(actor),
  listMyMentions: (actor) => listMyMentions(actor),
  changeKeys: (actor) => changeKeys(actor, { mode: 'review', keys: {} }),
  getKeys: (actor) => getKeys(actor),
  changeLocale: (actor) => changeLocale(actor, { locale: 'zh-CN' }),
  changeName: (actor) => changeName(actor, { name: 'Other' }),
  changePassword: (actor) => changePassword(actor, { present: password, next: `${password} anew` }),
  confirmMyself: (actor) => confirmMyself(actor, { password, code: '' }),
  endSessions: (actor) => endSessions(actor),
  listIdentities: (actor) => listIdentities(actor),
  partIdentity: (actor, { identityId }) => partIdentity(actor, { identityId }),
  getSecondFactor: (actor) => getSecondFactor(actor),
  beginSecondFactor: (actor) => beginSecondFactor(actor),
  confirmSecondFactor: (actor) => confirmSecondFactor(actor, { code: '123456' }),
  turnOffSecondFactor: (actor) => turnOffSecondFactor(actor),
  renewRecoveryCodes: (actor) => renewRecoveryCodes(actor),
  previewAnonymising: (actor, { userId }) => previewAnonymising(actor, { userId }),
  deleteOwnAccount: (actor) => deleteOwnAccount(actor, { typed: 'nobody@test.invalid' }),
  acceptInvitation: (actor, { secret }) => acceptInvitation(actor, { secret }),
  exportPerson: (actor, { userId }) => exportPerson(actor, { userId }),
  listSessions: (actor) => listSessions(actor),
  endSession: (actor, { sessionId }) => endSession(actor, { sessionId }),
  countNotices: (actor) => countNotices(actor),
  listNotices: (actor) => listNotices(actor),
  readNotices: (actor, { noticeId }) => readNotices(actor, { upTo: noticeId, only: false }),
  getNoticeSettings: (actor) => getNoticeSettings(actor),
  changeNoticeSettings: (actor) => changeNoticeSettings(actor, DEFAULT_SETTINGS),
  listAbsences: (actor) => listAbsences(actor),
  addAbsence: (actor) => addAbsence(actor, WEEK),
  changeAbsence: (actor, { absenceId }) => changeAbsence(actor, { ...WEEK, absenceId }),
  removeAbsence: (actor, { absenceId }) => removeAbsence(actor, { absenceId }),
  createProject: (actor) => createProject(actor, { name: 'Mine', governing: 'prevails-zh' }),
  listProjects: (actor) => listProjects(actor),
  listArchivedProjects: (actor) => listArchivedProjects(actor),
  restoreProject: (actor, { projectId }) => restoreProject(actor, { projectId }),
  listProjectNames: (actor) => listProjectNames(actor),
}
