'use client'
import { signOut } from 'next-auth/react'
import { Button } from '@/app/_ui/button'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'

/** Somebody else is signed in than the invitation is for. */
export function OtherAccount({ email, own, here }: { email: string; own: string; here: string }) {
  const t = useTexts()
  return (
    <div className="flex flex-col items-start gap-4">
      <Note tone="warn">{t('invitation.otherAccount', { email, own })}</Note>
      <Button onClick={() => signOut({ callbackUrl: here })}>{t('common.signOut')}</Button>
    </div>
  )
}
