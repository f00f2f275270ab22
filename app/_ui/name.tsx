'use client'
/** A person's name as its reader is told it: who has been forgotten is called by a number, in the language of the page. */
import { sayName } from '@/lib/auth/former-member'
import { useLocale } from './texts/texts-provider'

export function Name({ of }: { of: string | null | undefined }) {
  return sayName(of ?? '', useLocale())
}
