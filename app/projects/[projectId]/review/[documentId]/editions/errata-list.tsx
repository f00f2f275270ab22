/** An errata sheet on the screen; what goes out is in lib/bitext/interchange. */
import { getTexts } from '@/app/_server/texts'
import { Name } from '@/app/_ui/name'
import { Time } from '@/app/_ui/time'
import type { ErrataSheet, Erratum } from '@/lib/bitext/interchange'
import { groupErrata } from '@/lib/bitext/interchange/errata'
import { DISCREPANCY_TYPES } from '@/lib/discrepancy/rules'
import { LANG } from '../grid/lang'
import '../grid/tracked.css'

export async function ErrataList({ sheet }: { sheet: ErrataSheet }) {
  const t = await getTexts()
  const { previous, errata } = sheet
  if (!previous) return <p className="text-ink-soft">{t('edition.errataFirst')}</p>
  if (errata.length === 0) {
    return <p className="text-ink-soft">{t('edition.errataNone', { before: previous.number })}</p>
  }
  return (
    <div className="flex flex-col gap-6">
      {groupErrata(errata).map((group) => (
        <section key={group.of} aria-labelledby={`errata-${group.of}`}>
          <h3 id={`errata-${group.of}`} className="mb-2 font-medium">
            {t(`edition.errataGroup.${group.of}`)}{' '}
            <span className="text-ink-soft tabular-nums">{group.errata.length}</span>
          </h3>
          <ol className="card divide-y divide-line">
            {group.errata.map((erratum) => (
              <Entry
                key={`${erratum.number} ${erratum.row} ${erratum.rowBefore} ${erratum.side}`}
                erratum={erratum}
                older={previous.number}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

async function Entry({ erratum, older }: { erratum: Erratum; older: number }) {
  const t = await getTexts()
  const { number, row, rowBefore, turn, speakerZh, speakerEn, side, was, is, decidedAt, decidedBy, reason } = erratum
  const type = DISCREPANCY_TYPES.find((one) => one === erratum.type)
  const passage = (text: string) => (text === '' ? t('edition.nothing') : text)
  return (
    <li className="p-4">
      <p className="mb-1.5 flex flex-wrap gap-x-3 text-ink-soft text-sm">
        <span className="font-medium text-ink tabular-nums">
          {row === null ? t('edition.oldRow', { row: rowBefore ?? 0, edition: older }) : t('edition.row', { row })}
        </span>
        {turn !== null && <span className="tabular-nums">{t('edition.turn', { turn })}</span>}
        {speakerZh + speakerEn !== '' && <span>{[speakerZh, speakerEn].filter(Boolean).join(' / ')}</span>}
        <span>{t(`common.${side}`)}</span>
        <span className="tabular-nums">
          {number === null ? t('edition.errataNoteless') : t('edition.noteNumber', { number })}
          {type && ` · ${t(`discrepancy.type.${type}`)}`}
        </span>
      </p>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        <div className="flex min-w-0 items-baseline gap-3">
          <dt className="w-12 shrink-0 text-ink-soft text-sm">{t('edition.was')}</dt>
          <dd lang={LANG[side]} className="document-text min-w-0 whitespace-pre-wrap break-words">
            <del className="deleted">{passage(was)}</del>
          </dd>
        </div>
        <div className="flex min-w-0 items-baseline gap-3">
          <dt className="w-12 shrink-0 text-ink-soft text-sm">{t('edition.is')}</dt>
          <dd lang={LANG[side]} className="document-text min-w-0 whitespace-pre-wrap break-words">
            <ins className="inserted">{passage(is)}</ins>
          </dd>
        </div>
      </dl>
      <div className="mt-1.5 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        {reason !== '' && <p className="min-w-0 whitespace-pre-wrap break-words text-sm">{reason}</p>}
        {decidedAt && (
          <p className="text-ink-faint text-xs">
            <Name of={decidedBy} /> · <Time at={decidedAt} />
          </p>
        )}
      </div>
    </li>
  )
}
