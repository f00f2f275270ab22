'use server'
/** What an administrator does. Everyone else is told that there is nothing. */
import { action } from '@/app/_server/action'
import { anonymisePerson } from '@/lib/administration/anonymise-person'
import { archiveAnyProject } from '@/lib/administration/archive-any-project'
import { changePersonRole } from '@/lib/administration/change-person-role'
import { changeRetention } from '@/lib/administration/change-retention'
import { deleteProject } from '@/lib/administration/delete-project'
import { bringDocumentBack } from '@/lib/administration/deleted-documents'
import { disablePerson } from '@/lib/administration/disable-person'
import { endSessionsOf } from '@/lib/administration/end-sessions-of'
import {
  AnonymiseInput,
  AnyJobInput,
  DisableInput,
  DocumentInput,
  PersonRoleInput,
  ProjectInput,
  RetentionInput,
} from '@/lib/administration/input'
import { issuePasswordLink } from '@/lib/administration/issue-password-link'
import { retryAnyJob } from '@/lib/administration/jobs'
import { restoreAnyProject } from '@/lib/administration/restore-any-project'
import { PersonInput } from '@/lib/auth/input'
import { resetSecondFactor } from '@/lib/auth/second-factor'

export const changeRoleHere = action(PersonRoleInput, changePersonRole)
export const disableHere = action(DisableInput, disablePerson)
export const issueLinkHere = action(PersonInput, issuePasswordLink)
export const resetFactorHere = action(PersonInput, resetSecondFactor)
export const endSessionsOfHere = action(PersonInput, endSessionsOf)
export const archiveHere = action(ProjectInput, archiveAnyProject)
export const restoreHere = action(ProjectInput, restoreAnyProject)
export const deleteProjectHere = action(ProjectInput, deleteProject)
export const bringDocumentBackHere = action(DocumentInput, bringDocumentBack)
export const retryHere = action(AnyJobInput, retryAnyJob)
export const changeRetentionHere = action(RetentionInput, changeRetention)
export const anonymiseHere = action(AnonymiseInput, anonymisePerson)
