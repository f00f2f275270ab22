'use client'
import Link from 'next/link'
import { Button } from '@/app/_ui/button'
import { Name } from '@/app/_ui/name'
import { sayFinding } from '@/app/_ui/say-finding'
import { Table, Td, Th } from '@/app/_ui/table'
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { useAction } from '@/app/_ui/use-action'
import type { DismissalRow } from '@/lib/finding/queries'
import { takeDismissalBack } from './actions'

type Props = { projectId: string; dismissals: readonly DismissalRow[]; mayUndo: boolean }

export function DismissalTable({ projectId, dismissals, mayUndo }: Props) {
  const t = useTexts()
  const { run, running, failure } = useAction(takeDismissalBack)
  return (
    <>
      {failure && (
        <p role="alert" className="mb-3 font-medium text-danger">
          {failure.message}
        </p>
      )}
      <Table label={t('checks.dismissals')}>
        <thead>
          <tr>
            <Th>{t('checks.check')}</Th>
            <Th>{t('checks.where')}</Th>
            <Th>{t('checks.reason')}</Th>
            <Th>{t('checks.by')}</Th>
            {mayUndo && (
              <Th>
                <span className="sr-only">{t('checks.undo')}</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {dismissals.map((one) => (
            <tr key={one.id}>
              <Td className="min-w-64">
                <span className="block text-ink-faint text-sm">{t(`checks.name.${one.check}` as TextKey)}</span>
                {sayFinding(t, one)}
              </Td>
              <Td>
                {one.segmentId !== null && one.document ? (
                  <Link
                    className="link"
                    href={`/projects/${projectId}/review/${one.document.id}?segment=${one.segmentId}&tab=checks`}
                  >
                    {one.document.title}
                  </Link>
                ) : (
                  <>
                    {t(`checks.scope-${one.scope}`)}
                    {one.document && <span className="block text-ink-soft text-sm">{one.document.title}</span>}
                  </>
                )}
              </Td>
              <Td>{one.note || t(`checks.reason-${one.reason}`)}</Td>
              <Td className="text-sm">
                <Name of={one.by} />
                <span className="block text-ink-faint">
                  <Time at={one.at} />
                </span>
              </Td>
              {mayUndo && (
                <Td>
                  <Button size="small" disabled={running} onClick={() => void run({ projectId, dismissalId: one.id })}>
                    {t('checks.undo')}
                  </Button>
                </Td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}
