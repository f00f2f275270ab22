'use client'
/** Every check: what it looks for, how often it was right here, its switch. The noisiest stand first among the judged. */
import { useState } from 'react'
import { CONTROL } from '@/app/_ui/field'
import { Table, Td, Th } from '@/app/_ui/table'
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import type { CheckOfProject } from '@/lib/finding/queries'
import { FINDING_SEVERITIES } from '@/lib/finding/rules'
import { setCheck } from './actions'

type Props = { projectId: string; checks: readonly CheckOfProject[]; manages: boolean }

export function CheckTable({ projectId, checks, manages }: Props) {
  const t = useTexts()
  const { run, running, failure } = useAction(setCheck)
  // What was asked for shows at once; until it is done nothing else can be.
  const [asked, setAsked] = useState<CheckOfProject | null>(null)
  const change = async (one: CheckOfProject) => {
    const { check, version, off, severity } = one
    setAsked(one)
    const done = await run({ projectId, check, off, severity, seenVersion: version })
    if (!done) setAsked(null)
  }
  const shown = (one: CheckOfProject) =>
    asked?.check === one.check && asked.version >= one.version
      ? { ...one, off: asked.off, severity: asked.severity }
      : one
  return (
    <>
      {failure && (
        <p role="alert" className="mb-3 font-medium text-danger">
          {failure.message}
        </p>
      )}
      <Table label={t('checks.page-title')}>
        <thead>
          <tr>
            <Th>{t('checks.check')}</Th>
            <Th className="text-right" title={t('checks.open-hint')}>
              {t('checks.open')}
            </Th>
            <Th className="text-right" title={t('checks.acted-hint')}>
              {t('checks.acted')}
            </Th>
            <Th className="text-right">{t('checks.dismissed-count')}</Th>
            <Th className="text-right" title={t('checks.precision-hint')}>
              {t('checks.precision')}
            </Th>
            <Th>{t('checks.severity')}</Th>
            <Th>{t('checks.on')}</Th>
          </tr>
        </thead>
        <tbody>
          {checks.map((one) => (
            <CheckLine
              key={one.check}
              one={shown(one)}
              frozen={!manages || running}
              onChange={(next) => void change(next)}
            />
          ))}
        </tbody>
      </Table>
    </>
  )
}

type LineProps = { one: CheckOfProject; frozen: boolean; onChange: (one: CheckOfProject) => void }

function CheckLine({ one, frozen, onChange }: LineProps) {
  const t = useTexts()
  const name = t(`checks.name.${one.check}` as TextKey)
  const acted = one.raised + one.mended
  return (
    <tr className={one.off ? 'text-ink-faint' : undefined}>
      <th scope="row" className="min-w-64 border-line border-t px-4 py-2.5 text-left font-normal">
        <span className="font-medium">{name}</span>
        <span className={`block text-sm ${one.off ? '' : 'text-ink-soft'}`}>
          {t(`checks.says.${one.check}` as TextKey)}
        </span>
      </th>
      <Td className="text-right tabular-nums">{one.open}</Td>
      <Td className="text-right tabular-nums">{acted}</Td>
      <Td className="text-right tabular-nums">{one.dismissed}</Td>
      <Td className="whitespace-nowrap text-right tabular-nums">
        <Precision one={one} />
      </Td>
      <Td>
        <select
          aria-label={t('checks.severity-of', { name })}
          value={one.severity ?? ''}
          disabled={frozen || one.off}
          onChange={(event) =>
            onChange({
              ...one,
              severity: FINDING_SEVERITIES.find((severity) => severity === event.target.value) ?? null,
            })
          }
          className={`${CONTROL} !w-auto h-8 text-sm`}
        >
          <option value="">{t('checks.severity-own')}</option>
          {FINDING_SEVERITIES.map((severity) => (
            <option key={severity} value={severity}>
              {t(`checks.${severity}`)}
            </option>
          ))}
        </select>
      </Td>
      <Td>
        <input
          type="checkbox"
          aria-label={t('checks.switch', { name })}
          checked={!one.off}
          disabled={frozen}
          onChange={() => onChange({ ...one, off: !one.off })}
          className="size-4 accent-accent-solid"
        />
      </Td>
    </tr>
  )
}

function Precision({ one }: { one: CheckOfProject }) {
  const t = useTexts()
  const judged = one.raised + one.mended + one.dismissed
  if (judged === 0) return <span className="text-ink-faint text-sm">{t('checks.not-judged')}</span>
  if (one.precision === null) return <span className="text-ink-faint text-sm">{t('checks.too-few')}</span>
  const share = Math.round(one.precision * 100)
  return (
    <span className={share < 50 ? 'font-semibold text-warn' : undefined}>
      {share} %<span className="sr-only"> ({judged})</span>
    </span>
  )
}
