/** How two editions differ in structure, a line each. */
import { getTexts } from '@/app/_server/texts'
import { GOVERNING_NAMES } from '@/app/_ui/texts/names'
import type { StructureChange } from '@/lib/edition/structure'
import { LANG } from '../grid/lang'
import '../grid/tracked.css'

export async function StructureList({ changes, older }: { changes: readonly StructureChange[]; older: number }) {
  const t = await getTexts()
  return (
    <ol className="card divide-y divide-line">
      {changes.map((change) => {
        const rows = 'rows' in change ? change.rows : []
        const before = 'rows' in change ? change.rowsBefore : []
        return (
          <li key={`${change.kind} ${rows} ${before}`} className="p-4">
            <p className="flex flex-wrap gap-x-3 text-sm">
              {rows.length + before.length > 0 && (
                <span className="font-medium tabular-nums">{placeOf(t, rows, before, older)}</span>
              )}
              <span className="text-ink-soft">
                {t(`edition.structure.${change.kind}`, { row: before[0] ?? 0, before: before.join(', ') })}
              </span>
            </p>
            <What change={change} />
          </li>
        )
      })}
    </ol>
  )
}

type Translate = Awaited<ReturnType<typeof getTexts>>

function placeOf(t: Translate, rows: readonly number[], before: readonly number[], older: number): string {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return t('edition.oldRow', { row: before[0] ?? 0, edition: older })
  if (first === last) return t('edition.row', { row: first })
  if (last - first === rows.length - 1) return t('edition.rowsFromTo', { from: first, to: last })
  return t('edition.rowList', { rows: rows.join(', ') })
}

async function What({ change }: { change: StructureChange }) {
  const t = await getTexts()
  if (change.kind === 'line-added' || change.kind === 'line-removed') {
    const words = (['zh', 'en'] as const).filter((side) => change[side] !== '')
    const Tag = change.kind === 'line-added' ? 'ins' : 'del'
    return words.map((side) => (
      <p key={side} lang={LANG[side]} className="document-text whitespace-pre-wrap break-words">
        <Tag className={Tag === 'ins' ? 'inserted' : 'deleted'}>{change[side]}</Tag>
      </p>
    ))
  }
  if (!('was' in change)) return null
  const [was, is] =
    change.kind === 'governing'
      ? [t(GOVERNING_NAMES[change.was]), t(GOVERNING_NAMES[change.is])]
      : change.kind === 'block'
        ? [t(`import.kind.${change.was}`), t(`import.kind.${change.is}`)]
        : [change.was, change.is]
  return (
    <p className="mt-1 break-words">
      <del className="deleted">{was === '' ? t('edition.nobody') : was}</del>{' '}
      <ins className="inserted">{is === '' ? t('edition.nobody') : is}</ins>
    </p>
  )
}
