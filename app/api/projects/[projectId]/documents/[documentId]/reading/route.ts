import { parse, route } from '@/app/_server/route'
import { getReading, ReadingInput } from '@/lib/reading/queries'

/** `?layout=side`: where the paragraphs are. */
export const GET = route(({ actor, params, query }) =>
  getReading(actor, parse(ReadingInput, { ...params, layout: query.get('layout') ?? undefined })),
)
