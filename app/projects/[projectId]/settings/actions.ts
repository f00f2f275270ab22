'use server'
import { action } from '@/app/_server/action'
import { UpdateProjectInput } from '@/lib/project/input'
import { updateProject } from '@/lib/project/update-project'

export const updateProjectHere = action(UpdateProjectInput, updateProject)
