'use client'
import { useState } from 'react'
import { Field, Select, Textarea } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import { DISCREPANCY_TYPES, SEVERITIES } from '@/lib/discrepancy/rules'
import type { RowDiscrepancy, SegmentRow } from '@/lib/segment/queries'
import { amend } from '../actions'
import { reloadRows } from '../state/load'
import { useScreen } from '../state/use-screen'
import { NoteForm } from './note-form'

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
    <NoteForm onSubmit={submit} onClose={onClose} save={t('common.save')} disabled={running} failure={failure}>
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
    </NoteForm>
  )
}

function pick<T extends string>(entries: readonly T[], value: string, otherwise: T): T {
  return entries.find((entry) => entry === value) ?? otherwise
}
