'use client'
import { FileCheck2 } from 'lucide-react'
import { ButtonLink } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'

type ErrataButtonProps = { projectId: string; documentId: string; title: string; size?: 'small' | 'medium' }

/** What the ledger leads to: what the next errata sheet would say of was, is and why. */
export function ErrataButton({ projectId, documentId, title, size }: ErrataButtonProps) {
  const t = useTexts()
  return (
    <ButtonLink
      size={size}
      href={`/projects/${projectId}/review/${documentId}/editions/next`}
      title={t('discrepancy.errataOf', { title })}
    >
      <FileCheck2 aria-hidden />
      {t('discrepancy.errata')}
    </ButtonLink>
  )
}
