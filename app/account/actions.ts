'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { changeName } from '@/lib/auth/change-name'
import { changePassword } from '@/lib/auth/change-password'
import { endSessions } from '@/lib/auth/end-sessions'
import { partIdentity } from '@/lib/auth/identities'
import { ChangeNameInput, ChangePasswordInput, EndSessionInput, PartIdentityInput } from '@/lib/auth/input'
import { endSession } from '@/lib/auth/sessions'

export const changeNameHere = action(ChangeNameInput, changeName)
export const changePasswordHere = action(ChangePasswordInput, changePassword)
export const endSessionsHere = action(z.object({}), endSessions)
export const endSessionHere = action(EndSessionInput, endSession)
export const partIdentityHere = action(PartIdentityInput, partIdentity)
