'use client'
import { Ban, Star } from 'lucide-react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Term } from '@/lib/bitext/terms'

const LANG = { zh: 'zh-CN', en: 'en' } as const

/** A form of a concept, with how it is to be used: by a sign and by its words, not by colour alone. */
export function TermWord({ term }: { term: Term }) {
  const t = useTexts()
  const { side, text, status, partOfSpeech, note, source } = term
  const details = [partOfSpeech && t(`terms.part-${partOfSpeech}`), note, source].filter(Boolean)
  return (
    <span className="block">
      <span className="inline-flex items-baseline gap-1.5">
        {status === 'preferred' && <Star aria-hidden className="size-3 shrink-0 self-center fill-current text-ok" />}
        {status === 'forbidden' && <Ban aria-hidden className="size-3 shrink-0 self-center text-danger" />}
        <span lang={LANG[side]} className={status === 'forbidden' ? 'text-ink-soft line-through' : 'font-medium'}>
          {text}
        </span>
        <span className={status === 'admitted' ? 'text-ink-faint text-xs' : 'sr-only'}>{t(`terms.${status}`)}</span>
      </span>
      {details.length > 0 && <span className="block text-ink-faint text-xs">{details.join(' · ')}</span>}
    </span>
  )
}
