'use client'
import { useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { FarewellDialog } from '@/app/_ui/farewell-dialog'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { deleteAccountHere } from './actions'

export function DeleteAccount({ userId, name }: { userId: string; name: string }) {
  const t = useTexts()
  const [asked, setAsked] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <Button ref={button} look="danger" onClick={() => setAsked(true)}>
        {t('farewell.ownButton')}
      </Button>
      {asked && (
        <FarewellDialog
          own
          userId={userId}
          name={name}
          act={deleteAccountHere}
          // A page of its own: nothing of the signed-in one may stay in memory.
          onDone={() => window.location.assign('/sign-in?after=deleted')}
          onClose={() => setAsked(false)}
          returnFocus={button}
        />
      )}
    </>
  )
}
