/** The whole document as it is read, for paper: nothing but the two texts, their paragraphs side by side or one below the other. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { paragraphsOf } from '@/lib/reading/blocks'
import { getPrint, ReadingInput } from '@/lib/reading/queries'
import { LAYOUTS } from '@/lib/reading/rules'
import { PrintButton } from './print-button'
import '../read.css'
import './print.css'

type Props = {
  params: Promise<{ projectId: string; documentId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const LANG = { zh: 'zh-CN', en: 'en' } as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('read.act-print') }
}

export default async function PrintPage({ params, searchParams }: Props) {
  const { layout } = await searchParams
  const wanted = z.enum(LAYOUTS).safeParse(layout)
  const input = ReadingInput.safeParse({ ...(await params), layout: wanted.success ? wanted.data : undefined })
  if (!input.success) notFound()
  const [t, page] = await Promise.all([getTexts(), found(getPrint(await currentActor(), input.data))])
  return (
    <main className="print-page" data-layout={input.data.layout}>
      <div className="print-bar">
        <p>{page.title}</p>
        <PrintButton label={t('read.act-print')} />
      </div>
      <article aria-label={page.title} className="read-paper">
        {page.blocks.map(({ kind, label, rows }) => (
          <div key={rows[0]?.id} data-kind={kind} data-label={label || undefined} className="read-block">
            {page.sides.map((side) => (
              <div key={side} lang={LANG[side]} className={`read-side read-${side}`}>
                {paragraphsOf(rows, side).map((paragraph) => (
                  <p key={paragraph[0]?.row.id}>{paragraph.map(({ text, tail }) => text + tail).join('')}</p>
                ))}
              </div>
            ))}
          </div>
        ))}
      </article>
    </main>
  )
}
