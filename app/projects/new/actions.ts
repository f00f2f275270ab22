'use server'
import { action } from '@/app/_server/action'
import { createProject } from '@/lib/project/create-project'
import { CreateProjectInput } from '@/lib/project/input'

export const createProjectHere = action(CreateProjectInput, createProject)
