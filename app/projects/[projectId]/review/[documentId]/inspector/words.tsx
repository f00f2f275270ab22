'use client'
import { cx } from '@/app/_ui/cx'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Side } from '@/lib/bitext/text'
import { LANG } from '../grid/lang'

/** The exact words a comment speaks of; struck through once the text has lost them. */
export function Words({ side, quote, gone }: { side: Side; quote: string; gone: boolean }) {
  const t = useTexts()
  return (
    <blockquote className="mb-1.5 border-line-strong border-l-2 pl-2.5">
      <p
        lang={LANG[side]}
        className={cx('document-text max-h-24 overflow-y-auto', gone && 'line-through decoration-1')}
      >
        {quote}
      </p>
      {gone && <p className="text-warn text-xs">{t('comment.words-gone')}</p>}
    </blockquote>
  )
}
