'use server'
import { action } from '@/app/_server/action'
import { attachLink } from '@/lib/discrepancy/attach-link'
import { detachLink } from '@/lib/discrepancy/detach-link'
import { AttachLinkInput, DetachLinkInput } from '@/lib/discrepancy/input'

export const addLink = action(AttachLinkInput, attachLink)
export const removeLink = action(DetachLinkInput, detachLink)
