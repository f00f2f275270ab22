'use client'
import { LogIn } from 'lucide-react'
import { signIn } from 'next-auth/react'
import { useState } from 'react'
import { Button, type ButtonSize } from './button'

/** Leads to the OpenID provider and, from there, back to `next`. `label` says what for. */
export function ProviderButton({ label, next, size }: { label: string; next: string; size?: ButtonSize }) {
  const [leaving, setLeaving] = useState(false)

  async function leave() {
    setLeaving(true)
    await signIn('openid', { callbackUrl: next }).catch(() => setLeaving(false))
  }

  return (
    <Button size={size} onClick={leave} disabled={leaving}>
      <LogIn aria-hidden />
      {label}
    </Button>
  )
}
