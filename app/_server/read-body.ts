import { AppError, type ProblemId } from '@/lib/errors'
import type { Asked } from './route'

/** A file sent as the body of a request, up to a size. */
export async function readBody({ request }: Asked, most: number, tooLarge: ProblemId): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > most) throw new AppError('invalid', tooLarge)
    chunks.push(value)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
