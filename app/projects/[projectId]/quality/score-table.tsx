/** Scores side by side, of documents or of people. */
import { getTexts } from '@/app/_server/texts'
import { Name } from '@/app/_ui/name'
import { Table, Td, Th } from '@/app/_ui/table'
import type { Scored } from '@/lib/quality/queries'
import { BringDialog } from './bring-dialog'
import { MarotButton } from './marot-button'
import { GbtFigures, MqmFigures } from './score-cells'

type ScoreTableProps = {
  label: string
  rows: readonly (Scored & { allRows?: number })[]
  /** Where the rows are documents, whose notes can be taken out. */
  projectId?: string
  mayRaise?: boolean
}

export async function ScoreTable({ label, rows, projectId, mayRaise = false }: ScoreTableProps) {
  const t = await getTexts()
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{t('quality.name')}</Th>
          <Th>{t('quality.evaluated')}</Th>
          <Th title={t('quality.foundHint')}>{t('quality.found')}</Th>
          <Th title={t('quality.standingHint')}>{t('quality.standing')}</Th>
          <Th title={t('quality.gbtHint')}>{t('quality.gbt')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="min-w-48 border-line border-t px-4 py-3 text-left align-top font-medium">
              <Name of={row.name} />
              {projectId && (
                <span className="-ml-2 flex flex-wrap font-normal">
                  {row.rows > 0 && <MarotButton projectId={projectId} documentId={row.id} title={row.name} />}
                  {mayRaise && <BringDialog projectId={projectId} documentId={row.id} title={row.name} />}
                </span>
              )}
            </th>
            <Td className="whitespace-nowrap !align-top tabular-nums">
              {row.allRows === undefined
                ? t('quality.rows', { rows: row.rows })
                : t('quality.rowsOf', { rows: row.rows, all: row.allRows })}
              <span className="block text-ink-soft text-sm">
                {t(`quality.units_${row.found.unit}`, { count: row.found.units })}
              </span>
            </Td>
            {row.rows === 0 ? (
              <Td colSpan={3} className="!align-top text-ink-faint">
                {t('quality.none')}
              </Td>
            ) : (
              <>
                <Td className="!align-top">
                  <MqmFigures score={row.found} />
                </Td>
                <Td className="!align-top">
                  <MqmFigures score={row.standing} />
                </Td>
                <Td className="!align-top">
                  <GbtFigures score={row.gbt} />
                </Td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
