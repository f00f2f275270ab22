/** What one edition says otherwise than another, sorted. */
import { getTexts } from '@/app/_server/texts'
import type { EditionComparison } from '@/lib/edition/changes'
import { Passages } from './passages'
import { StructureList } from './structure-list'

export async function Comparison({ comparison, older }: { comparison: EditionComparison; older: number }) {
  const t = await getTexts()
  const { text, structure, furniture } = comparison
  const parts = [
    { sort: 'text', count: text.length, list: <Passages changes={text} older={older} /> },
    { sort: 'structure', count: structure.length, list: <StructureList changes={structure} older={older} /> },
    { sort: 'furniture', count: furniture.length, list: <Passages changes={furniture} older={older} /> },
  ] as const
  if (parts.every(({ count }) => count === 0)) return <p className="text-ink-soft">{t('edition.noDifferences')}</p>
  return (
    <div className="flex flex-col gap-6">
      {parts
        .filter(({ count }) => count > 0)
        .map(({ sort, count, list }) => (
          <section key={sort} aria-labelledby={`sort-${sort}`}>
            <h3 id={`sort-${sort}`} className="mb-2 font-medium">
              {t(`edition.sort.${sort}`)} <span className="text-ink-soft tabular-nums">{count}</span>
            </h3>
            {list}
          </section>
        ))}
    </div>
  )
}
