/** For pages: what is not there, or not this person's to see, becomes the not-found page. */
import { notFound } from 'next/navigation'
import { AppError } from '@/lib/errors'

/** `const review = await found(getReview(actor, params))` */
export async function found<Value>(query: Promise<Value>): Promise<Value> {
  try {
    return await query
  } catch (error) {
    if (error instanceof AppError && (error.code === 'not-found' || error.code === 'forbidden')) notFound()
    throw error
  }
}
