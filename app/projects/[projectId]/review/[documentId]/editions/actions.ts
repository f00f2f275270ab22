'use server'
import { action } from '@/app/_server/action'
import { PublishInput } from '@/lib/edition/input'
import { publishEdition } from '@/lib/edition/publish-edition'

export const publish = action(PublishInput, publishEdition)
