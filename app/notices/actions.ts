'use server'
import { action } from '@/app/_server/action'
import { ChangeNoticesInput, ReadNoticesInput } from '@/lib/notice/input'
import { readNotices } from '@/lib/notice/read-notices'
import { changeNoticeSettings } from '@/lib/notice/settings'

export const readNoticesHere = action(ReadNoticesInput, readNotices)
export const changeNoticesHere = action(ChangeNoticesInput, changeNoticeSettings)
