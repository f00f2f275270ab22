'use client'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Forms } from '@/lib/bitext/register/entry'
import type { Side } from '@/lib/bitext/text'

const LANG = { zh: 'zh-CN', en: 'en' } as const

/** What something is called in one language: the form to use, and beneath it the admitted ones. */
export function FormsOf({ forms, side }: { forms: readonly string[]; side: Side }) {
  const t = useTexts()
  const [first, ...others] = forms
  if (first === undefined) return <span className="text-ink-faint text-sm">{t('register.missing')}</span>
  return (
    <>
      <span lang={LANG[side]} className="block font-medium">
        {first}
      </span>
      {others.length > 0 && (
        <span lang={LANG[side]} className="block text-ink-faint text-sm">
          {t('register.admitted', { forms: others.join(side === 'zh' ? '、' : ', ') })}
        </span>
      )}
    </>
  )
}

/** The titles of a person, each in both languages; whoever has two has them counted off. */
export function Titles({ titles }: { titles: readonly Forms[] }) {
  if (titles.length === 0) return null
  const List = titles.length > 1 ? 'ol' : 'ul'
  return (
    <List className={titles.length > 1 ? 'list-decimal space-y-1.5 pl-5 marker:text-ink-faint' : ''}>
      {titles.map((title, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: titles stand in their order and may be equal
        <li key={at}>
          {(['zh', 'en'] as const).map(
            (side) =>
              title[side].length > 0 && (
                <span key={side} lang={LANG[side]} className="block text-sm">
                  {title[side][0]}
                  {title[side].length > 1 && (
                    <span className="text-ink-faint"> ({title[side].slice(1).join('; ')})</span>
                  )}
                </span>
              ),
          )}
        </li>
      ))}
    </List>
  )
}
