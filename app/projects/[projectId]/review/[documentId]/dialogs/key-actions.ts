'use server'
import { action } from '@/app/_server/action'
import { changeKeys } from '@/lib/auth/change-keys'
import { ChangeKeysInput } from '@/lib/auth/key-maps'

export const keepKeys = action(ChangeKeysInput, changeKeys)
