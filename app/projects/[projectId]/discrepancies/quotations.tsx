/** The exact words of both sides, each in its language and typeface. */
import { getTexts } from '@/app/_server/texts'
import { Badge } from '@/app/_ui/badge'
import { cx } from '@/app/_ui/cx'
import type { LedgerEntry } from '@/lib/discrepancy/queries'

type QuotedEntry = Pick<LedgerEntry, 'zhQuote' | 'enQuote' | 'zhMarked' | 'enMarked'>

export async function Quotations({ entry }: { entry: QuotedEntry }) {
  return (
    <div className="grid gap-x-5 gap-y-1 sm:grid-cols-2">
      <Quotation lang="zh-CN" quote={entry.zhQuote} marked={entry.zhMarked} />
      <Quotation lang="en" quote={entry.enQuote} marked={entry.enMarked} />
    </div>
  )
}

async function Quotation({ lang, quote, marked }: { lang: 'zh-CN' | 'en'; quote: string; marked: boolean }) {
  const t = await getTexts()
  if (!quote) return <p className="text-ink-faint text-sm">{t('discrepancy.notMarked')}</p>
  return (
    <div className="min-w-0">
      <p
        lang={lang}
        className={cx(
          'document-text break-words text-base',
          marked
            ? 'underline decoration-2 decoration-accent/50 underline-offset-4'
            : 'text-ink-soft line-through decoration-1',
        )}
      >
        {quote}
      </p>
      {!marked && <Badge title={t('discrepancy.goneHint')}>{t('discrepancy.gone')}</Badge>}
    </div>
  )
}
