'use server'
import { action, openAction } from '@/app/_server/action'
import { acceptAsNewcomer } from '@/lib/project/accept-as-newcomer'
import { acceptInvitation } from '@/lib/project/accept-invitation'
import { AcceptAsNewcomerInput, AcceptInput } from '@/lib/project/input'

export const acceptHere = action(AcceptInput, acceptInvitation)
export const acceptAsNewcomerHere = openAction(AcceptAsNewcomerInput, acceptAsNewcomer)
