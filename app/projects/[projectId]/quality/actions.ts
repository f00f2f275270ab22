'use server'
import { action } from '@/app/_server/action'
import { changeQuality } from '@/lib/quality/change-quality'
import { ChangeQualityInput } from '@/lib/quality/input'

export const setQuality = action(ChangeQualityInput, changeQuality)
