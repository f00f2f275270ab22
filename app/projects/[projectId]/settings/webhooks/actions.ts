'use server'
import { action } from '@/app/_server/action'
import { addWebhook } from '@/lib/webhook/add-webhook'
import { changeWebhook } from '@/lib/webhook/change-webhook'
import { AddWebhookInput, ChangeWebhookInput, WebhookInput } from '@/lib/webhook/input'
import { removeWebhook } from '@/lib/webhook/remove-webhook'
import { tryWebhook } from '@/lib/webhook/try-webhook'

export const add = action(AddWebhookInput, addWebhook)
export const change = action(ChangeWebhookInput, changeWebhook)
export const remove = action(WebhookInput, removeWebhook)
export const tryOut = action(WebhookInput.omit({ seenVersion: true }), tryWebhook)
