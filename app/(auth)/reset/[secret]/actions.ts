'use server'
import { openAction } from '@/app/_server/action'
import { ResetPasswordInput } from '@/lib/auth/input'
import { resetPassword } from '@/lib/auth/setup-link'

export const resetPasswordHere = openAction(ResetPasswordInput, resetPassword)
