'use server'
import { openAction } from '@/app/_server/action'
import { currentCaller } from '@/app/_server/caller'
import { RequestResetInput } from '@/lib/auth/input'
import { requestReset } from '@/lib/auth/request-reset'

export const requestResetHere = openAction(RequestResetInput, async (input) =>
  requestReset(input, (await currentCaller()).address),
)
