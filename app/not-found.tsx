import { FileQuestion } from 'lucide-react'
import { getTexts } from './_server/texts'
import { ButtonLink } from './_ui/button'
import { EmptyState } from './_ui/empty-state'
import { Page } from './_ui/page'

export default async function NotFound() {
  const t = await getTexts()
  return (
    <Page width="narrow">
      <h1 className="sr-only">{t('common.notFoundTitle')}</h1>
      <EmptyState
        icon={FileQuestion}
        title={t('common.notFoundTitle')}
        action={
          <ButtonLink href="/" look="primary">
            {t('common.goHome')}
          </ButtonLink>
        }
      >
        {t('common.notFoundBody')}
      </EmptyState>
    </Page>
  )
}
