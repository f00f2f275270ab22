'use client'
/** One text at a glance: its file, its size in the units of its language, who speaks, who is credited. */
import type { ReactNode } from 'react'
import { Badge } from '@/app/_ui/badge'
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { useLocale, useTexts } from '@/app/_ui/texts/texts-provider'
import type { UnderstoodSide } from '@/app/api/projects/[projectId]/intake/understood'
import type { Person } from '@/lib/bitext/intake/block'
import type { Totals } from './corrections'
import { sizeText } from './size-text'

const FORMATS: Record<string, TextKey> = {
  text: 'import.format.txt',
  txt: 'import.format.txt',
  html: 'import.format.html',
  md: 'import.format.md',
  markdown: 'import.format.md',
  docx: 'import.format.docx',
}

export function SideFacts({ read, totals }: { read: UnderstoodSide; totals: Totals }) {
  const t = useTexts()
  const locale = useLocale()
  const { side, file, credits, speakers } = read
  const lang = side === 'zh' ? 'zh-CN' : 'en'
  const format = FORMATS[file.format]
  const counts = [
    t(side === 'zh' ? 'import.characters' : 'import.words', { count: totals.words }),
    totals.sentences !== null && t('import.sentences', { count: totals.sentences }),
    t('import.blocks', { count: totals.blocks }),
    totals.turns > 0 && t('import.turns', { count: totals.turns }),
    totals.people > 0 && t('import.people', { count: totals.people }),
    totals.dropped > 0 && t('import.dropped', { count: totals.dropped }),
  ].filter((count) => count !== false)
  return (
    <div className="card mb-4 px-4 py-4">
      <h3 className="text-lg">{t(`import.${side}Text`)}</h3>
      <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1 font-medium tabular-nums">
        {counts.map((count) => (
          <span key={count} className="whitespace-nowrap">
            {count}
          </span>
        ))}
      </p>
      <p className="text-ink-faint text-sm">{t('import.countsNote')}</p>
      <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
        <Fact name={t('import.file')}>
          <span className="break-words">{file.fileName}</span>
        </Fact>
        <Fact name={t('import.format')}>
          {format ? t(format) : file.format} · {file.encoding.toUpperCase()} · {sizeText(file.size, locale)}
        </Fact>
        <Fact name={t('import.hash')}>
          <code className="break-all text-xs">{file.sha256}</code>
        </Fact>
      </dl>
      {speakers.length > 0 && (
        <details className="mt-3">
          <summary className="font-medium text-sm">
            {t('import.speakers')} <span className="text-ink-faint">({byName(speakers).length})</span>
          </summary>
          <Speakers speakers={speakers} lang={lang} />
        </details>
      )}
      {credits && credits.length > 0 && (
        <details className="mt-3">
          <summary className="font-medium text-sm">
            {t('import.credits')}{' '}
            <span className="text-ink-faint">({t('import.creditsCount', { count: credits.length })})</span>
          </summary>
          <p lang={lang} className="mt-1 text-sm">
            {credits.join(side === 'zh' ? '、' : ', ')}
          </p>
        </details>
      )}
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}

/** Every person once, with every title the lists give them. */
function byName(speakers: Person[]): { name: string; titles: string[] }[] {
  const titles = new Map<string, Set<string>>()
  for (const { name, title } of speakers) titles.set(name, (titles.get(name) ?? new Set()).add(title))
  return Array.from(titles, ([name, given]) => ({ name, titles: [...given].filter((title) => title !== '') }))
}

function Speakers({ speakers, lang }: { speakers: Person[]; lang: string }) {
  const t = useTexts()
  return (
    <ul className="mt-1 flex flex-col gap-2 text-sm">
      {byName(speakers).map(({ name, titles }) => (
        <li key={name}>
          <span lang={lang} className="font-medium">
            {name}
          </span>{' '}
          {titles.length > 1 && <Badge tone="warn">{t('import.speakersTwice')}</Badge>}
          {titles.map((title) => (
            <span key={title} lang={lang} className="block text-ink-soft">
              {title}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
