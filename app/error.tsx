'use client'
import { CloudAlert } from 'lucide-react'
import { Button, ButtonLink } from './_ui/button'
import { EmptyState } from './_ui/empty-state'
import { Page } from './_ui/page'
import { useTexts } from './_ui/texts/texts-provider'

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTexts()
  return (
    <Page width="narrow">
      <h1 className="sr-only">{t('common.errorTitle')}</h1>
      <EmptyState
        icon={CloudAlert}
        title={t('common.errorTitle')}
        action={
          <>
            <Button look="primary" onClick={reset}>
              {t('common.errorRetry')}
            </Button>
            <ButtonLink href="/">{t('common.goHome')}</ButtonLink>
          </>
        }
      >
        <p role="alert">{t('common.errorBody', { digest: error.digest ?? '–' })}</p>
      </EmptyState>
    </Page>
  )
}
