import { getTexts } from './_server/texts'
import { Page } from './_ui/page'
import { Spinner } from './_ui/spinner'

export default async function Loading() {
  const t = await getTexts()
  return (
    <Page>
      <Spinner label={t('common.loading')} className="py-16" />
    </Page>
  )
}
