import { route } from '@/app/_server/route'
import { countNotices } from '@/lib/notice/queries'

export const GET = route(({ actor }) => countNotices(actor))
