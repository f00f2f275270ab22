'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Field, Select, Textarea } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import { DISCREPANCY_TYPES, SEVERITIES } from '@/lib/discrepancy/rules'
import type { RowDiscrepancy, SegmentRow } from '@/lib/segment/queries'
import { amend } from '../actions'
import { reloadRows } from '../state/load'
import { useScreen } from '../state/use-screen'

type FormProps = { note: RowDiscrepancy; segment: SegmentRow; onClose: () => void }

/** Type, severity and wording of an open note. */
export function AmendForm({ note, segment, onClose }: FormProps) {
  const t = useTexts()
  const screen = useScreen()
  const [type, setType] = useState(note.type)
  const [severity, setSeverity] = useState(note.severity)
  const [words, setWords] = useState(note.note)
  const { run, running, failure } = useAction(amend, { refresh: false })
  const submit = async () => {
    const input = { projectId: screen.projectId, discrepancyId: note.id, seenVersion: note.version }
    const done = await run({ ...input, type, severity, note: words })
    await reloadRows(screen, [segment.id])
    if (done) onClose()
  }
  return (
    <form
      className="mt-3 flex flex-col gap-3 border-line border-t pt-3"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Field label={t('discrepancy.type')}>
        {(parts) => (
          <Select
            {...parts}
            value={type}
            onChange={(event) => setType(pick(DISCREPANCY_TYPES, event.target.value, type))}
          >
            {DISCREPANCY_TYPES.map((one) => (
              <option key={one} value={one}>
                {t(`discrepancy.type.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('discrepancy.severity')}>
        {(parts) => (
          <Select
            {...parts}
            value={severity}
            onChange={(event) => setSeverity(pick(SEVERITIES, event.target.value, severity))}
          >
            {SEVERITIES.map((one) => (
              <option key={one} value={one}>
                {t(`discrepancy.severity.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('discrepancy.note')}>
        {(parts) => <Textarea {...parts} value={words} onChange={(event) => setWords(event.target.value)} />}
      </Field>
      {failure && <Note tone="danger">{failure.message}</Note>}
      <div className="flex gap-1.5">
        <Button type="submit" size="small" look="primary" disabled={running}>
          {t('common.save')}
        </Button>
        <Button size="small" look="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}

function pick<T extends string>(entries: readonly T[], value: string, otherwise: T): T {
  return entries.find((entry) => entry === value) ?? otherwise
}
