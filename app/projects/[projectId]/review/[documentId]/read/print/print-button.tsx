'use client'
import { Printer } from 'lucide-react'
import { Button } from '@/app/_ui/button'

export function PrintButton({ label }: { label: string }) {
  return (
    <Button look="primary" onClick={() => window.print()}>
      <Printer aria-hidden />
      {label}
    </Button>
  )
}
