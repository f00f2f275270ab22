'use server'
import { action } from '@/app/_server/action'
import { archiveProject } from '@/lib/project/archive-project'
import { restoreProject } from '@/lib/project/archived-projects'
import { OwnProjectInput, UpdateProjectInput } from '@/lib/project/input'
import { updateProject } from '@/lib/project/update-project'

export const updateProjectHere = action(UpdateProjectInput, updateProject)
export const archiveProjectHere = action(OwnProjectInput, archiveProject)
export const restoreProjectHere = action(OwnProjectInput, restoreProject)
