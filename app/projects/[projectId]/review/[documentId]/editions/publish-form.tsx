'use client'
/** Publishes the next edition, past what stands in the way only with a reason. */
import { CircleCheck, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Field, Textarea } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import type { Gate, Obstacle } from '@/lib/edition/gate'
import { publish } from './actions'

type PublishFormProps = { projectId: string; documentId: string; gate: Gate; blocked: boolean }

export function PublishForm({ projectId, documentId, gate, blocked }: PublishFormProps) {
  const t = useTexts()
  const tell = useToast()
  const { run, running, failure } = useAction(publish)
  const [note, setNote] = useState('')
  const [reason, setReason] = useState('')
  const head = useRef<HTMLHeadingElement>(null)
  const { number } = gate
  async function submit(event: FormEvent) {
    event.preventDefault()
    const done = await run({ projectId, documentId, number, note, overrideReason: blocked ? reason : undefined })
    if (!done) return
    setNote('')
    setReason('')
    tell(t('edition.done', { number }))
    // The button is out of use until something is to be published again.
    head.current?.focus()
  }
  return (
    <form onSubmit={submit} className="card mb-10 flex flex-col gap-4 p-5">
      <h2 ref={head} tabIndex={-1} className="text-lg">
        {t('edition.publishHead', { number })}
      </h2>
      <Obstacles gate={gate} blocked={blocked} review={`/projects/${projectId}/review/${documentId}`} />
      <Field label={t('edition.note')} hint={t('edition.noteHint')}>
        {(parts) => <Textarea {...parts} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      {blocked && (
        <Field label={t('edition.override')} hint={t('edition.overrideHint')}>
          {(parts) => (
            <Textarea {...parts} value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
      )}
      {failure && <Note tone="danger">{failure.message}</Note>}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" disabled={running || (blocked && reason.trim().length < 3)}>
          {t('edition.publish', { number })}
        </Button>
        <p className="text-ink-soft text-sm">{t('edition.says')}</p>
      </div>
    </form>
  )
}

type ObstaclesProps = { gate: Gate; blocked: boolean; review: string }

export function Obstacles({ gate: { obstacles }, blocked, review }: ObstaclesProps) {
  const t = useTexts()
  const met = (Object.keys(obstacles) as Obstacle[]).filter((name) => obstacles[name].count > 0)
  const Sign = blocked ? TriangleAlert : CircleCheck
  return (
    <div>
      <p className="flex items-center gap-2 font-medium">
        <Sign aria-hidden className={blocked ? 'size-4 text-warn' : 'size-4 text-ok'} />
        {t(blocked ? 'edition.blocked' : 'edition.clear')}
      </p>
      {met.length > 0 && (
        <ul className="mt-2 flex flex-col gap-1.5 pl-6 text-sm">
          {met.map((name) => {
            const { count, first } = obstacles[name]
            return (
              <li key={name} className="flex flex-wrap gap-x-3">
                <span>{t(`edition.obstacle.${name}`, { count })}</span>
                {first.map(({ row, segmentId }) => (
                  <Link
                    key={`${row} ${segmentId}`}
                    className="link tabular-nums"
                    href={`${review}?segment=${segmentId}`}
                  >
                    {t('edition.row', { row })}
                  </Link>
                ))}
                {count > first.length && (
                  <span className="text-ink-soft">{t('edition.andMore', { count: count - first.length })}</span>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
