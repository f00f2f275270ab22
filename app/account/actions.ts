'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { deleteOwnAccount } from '@/lib/administration/delete-own-account'
import { DeleteAccountInput } from '@/lib/administration/input'
import { changeName } from '@/lib/auth/change-name'
import { changePassword } from '@/lib/auth/change-password'
import { confirmMyself } from '@/lib/auth/confirm-myself'
import { endSessions } from '@/lib/auth/end-sessions'
import { partIdentity } from '@/lib/auth/identities'
import {
  ChangeNameInput,
  ChangePasswordInput,
  CodeInput,
  ConfirmInput,
  EndSessionInput,
  PartIdentityInput,
} from '@/lib/auth/input'
import {
  beginSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  turnOffSecondFactor,
} from '@/lib/auth/second-factor'
import { endSession } from '@/lib/auth/sessions'

export const changeNameHere = action(ChangeNameInput, changeName)
export const changePasswordHere = action(ChangePasswordInput, changePassword)
export const endSessionsHere = action(z.object({}), endSessions)
export const endSessionHere = action(EndSessionInput, endSession)
export const partIdentityHere = action(PartIdentityInput, partIdentity)
export const confirmMyselfHere = action(ConfirmInput, confirmMyself)
export const beginSecondFactorHere = action(z.object({}), beginSecondFactor)
export const confirmSecondFactorHere = action(CodeInput, confirmSecondFactor)
export const turnOffSecondFactorHere = action(z.object({}), turnOffSecondFactor)
export const renewRecoveryCodesHere = action(z.object({}), renewRecoveryCodes)
export const deleteAccountHere = action(DeleteAccountInput, deleteOwnAccount)
