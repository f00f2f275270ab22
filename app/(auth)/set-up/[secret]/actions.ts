'use server'
import { openAction } from '@/app/_server/action'
import { CompleteSetupInput } from '@/lib/auth/input'
import { completeSetup } from '@/lib/auth/setup-link'

export const completeSetupAction = openAction(CompleteSetupInput, completeSetup)
