'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { addAbsence } from '@/lib/absence/add-absence'
import { changeAbsence } from '@/lib/absence/change-absence'
import { AddAbsenceInput, ChangeAbsenceInput, RemoveAbsenceInput } from '@/lib/absence/input'
import { removeAbsence } from '@/lib/absence/remove-absence'
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
export const addAbsenceHere = action(AddAbsenceInput, addAbsence)
export const changeAbsenceHere = action(ChangeAbsenceInput, changeAbsence)
export const removeAbsenceHere = action(RemoveAbsenceInput, removeAbsence)
export const deleteAccountHere = action(DeleteAccountInput, deleteOwnAccount)
