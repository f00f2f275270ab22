'use client'
/** Gives rows to a member, to several who share them evenly, or into the pool. Which rows is for the place it stands in to say. */
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Range } from '@/lib/assignment/input'
import type { Plan } from '@/lib/assignment/plan-work'
import { ASSIGNMENT_STEPS, type AssignmentStep, rolesFor } from '@/lib/assignment/rules'
import { MEMBER_ROLES, type MemberRole } from '@/lib/auth/roles'
import { Button } from '../button'
import { DialogActions } from '../dialog'
import { Field, Select, Textarea } from '../field'
import { Note } from '../note'
import { ROLE_NAMES } from '../texts/names'
import { useTexts } from '../texts/texts-provider'
import { useAction } from '../use-action'
import { assign } from './actions'
import { isBarred } from './candidate-text'
import { DueFields, dueAtOf, dueSoFar } from './due-fields'
import { MemberField } from './member-field'
import { type Split, SplitFields } from './split-fields'
import { usePlan } from './use-plan'
import { useZone } from './use-zone'

const WAYS = ['one', 'several', 'pool'] as const

type Way = (typeof WAYS)[number]

type AssignFormProps = {
  projectId: string
  documentId: string
  /** Null while they are not known. */
  ranges: Range[] | null
  firstStep: AssignmentStep
  /** The fields that say which rows. */
  rows: ReactNode
  /** Gets who has them now, in words. */
  onDone: (to: { name: string | null; pieces: number }) => void
  onCancel: () => void
  refresh?: boolean
}

export function AssignForm(props: AssignFormProps) {
  const { projectId, documentId, ranges, firstStep, rows, onDone, onCancel, refresh = true } = props
  const t = useTexts()
  const { run, running, failure } = useAction(assign, { refresh })
  const [step, setStep] = useState(firstStep)
  const [way, setWay] = useState<Way>('one')
  const [memberId, setMemberId] = useState('')
  const [split, setSplit] = useState<Split>({ memberIds: [], unit: 'zh' })
  const [poolRole, setPoolRole] = useState<MemberRole | null>(null)
  const [local, setLocal] = useState('')
  const [zoneChosen, setZone] = useState<string | null>(null)
  const [instruction, setInstruction] = useState('')
  // The plan says which zone the person has chosen; a date is typed only afterwards.
  const [zoneKnown, setZoneKnown] = useState<string | null>(null)
  const zone = useZone(zoneChosen ?? zoneKnown)
  const memberIds = way === 'several' ? split.memberIds : []
  const asked = ranges && { step, ranges, memberIds, unit: split.unit, dueAt: dueSoFar({ local, zone }) }
  const { plan, trouble, current } = usePlan(projectId, documentId, asked)
  if (plan && plan.zone !== zoneKnown) setZoneKnown(plan.zone)
  const parts = plan && partsOf(plan, way, memberId, ranges ?? [])

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!parts || !current) return
    const dueAt = dueAtOf({ local, zone })
    const order = { dueAt, zone, instruction: instruction.trim(), poolRole: way === 'pool' ? poolRole : null }
    const done = await run({ projectId, documentId, step, parts, ...order })
    if (!done) return
    const name = plan.candidates.find((candidate) => candidate.memberId === memberId)?.name ?? null
    onDone({ name: way === 'one' ? name : null, pieces: parts.length })
  }

  return (
    <form onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
      {rows}
      <Field label={t('assignment.step')} hint={t(`assignment.stepHint.${step}`)}>
        {(field) => (
          <Select
            {...field}
            value={step}
            onChange={(event) => {
              const next = event.target.value as AssignmentStep
              setStep(next)
              if (poolRole && !rolesFor(next).includes(poolRole)) setPoolRole(null)
            }}
          >
            {ASSIGNMENT_STEPS.map((option) => (
              <option key={option} value={option}>
                {t(`assignment.step.${option}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('assignment.toWhom')}>
        {(field) => (
          <Select
            {...field}
            value={way}
            onChange={(event) => setWay(WAYS.find((one) => one === event.target.value) ?? way)}
          >
            {WAYS.map((one) => (
              <option key={one} value={one}>
                {t(`assignment.way.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {way === 'one' && (
        <MemberField
          className="sm:col-span-2"
          candidates={plan?.candidates ?? []}
          fourEyes={plan?.fourEyes ?? true}
          memberId={memberId}
          onChoose={setMemberId}
        />
      )}
      {way === 'several' && <SplitFields plan={plan} split={split} onChange={setSplit} />}
      {way === 'pool' && <PoolField step={step} role={poolRole} onChoose={setPoolRole} />}
      <DueFields
        due={{ local, zone }}
        onChange={(due) => {
          setLocal(due.local)
          if (due.zone !== zone) setZone(due.zone)
        }}
      />
      <Field label={t('assignment.instruction')} hint={t('assignment.instructionHint')} className="sm:col-span-2">
        {(field) => (
          <Textarea
            {...field}
            maxLength={2000}
            value={instruction}
            onChange={(event) => setInstruction(event.target.value)}
          />
        )}
      </Field>
      <div className="sm:col-span-2">
        <p className="min-h-6 text-ink-soft text-sm tabular-nums" aria-live="polite">
          {plan && t('assignment.total', plan.total)}
        </p>
        {(failure || trouble) && <Note tone="danger">{failure?.message ?? trouble}</Note>}
        <DialogActions>
          <Button onClick={onCancel}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={running || !current || !parts}>
            {t('assignment.assign')}
          </Button>
        </DialogActions>
      </div>
    </form>
  )
}

type Part = Range & { memberId: string | null }

/** What would be given; null while it is not said to whom, or where four eyes speak against it. */
function partsOf(plan: Plan, way: Way, memberId: string, ranges: readonly Range[]): Part[] | null {
  if (way === 'pool') return ranges.map((range) => ({ ...range, memberId: null }))
  if (way === 'one') {
    const chosen = plan.candidates.find((candidate) => candidate.memberId === memberId)
    return chosen && !isBarred(chosen, plan.fourEyes) ? ranges.map((range) => ({ ...range, memberId })) : null
  }
  const barred = plan.fourEyes && plan.parts.some(({ ownRows }) => ownRows > 0)
  if (barred || plan.parts.length === 0) return null
  return plan.parts.flatMap((part) =>
    part.ranges.map(({ fromSegmentId, toSegmentId }) => ({ fromSegmentId, toSegmentId, memberId: part.memberId })),
  )
}

function PoolField({
  step,
  role,
  onChoose,
}: {
  step: AssignmentStep
  role: MemberRole | null
  onChoose: (role: MemberRole | null) => void
}) {
  const t = useTexts()
  return (
    <Field label={t('assignment.poolRole')} hint={t('assignment.poolHint')} className="sm:col-span-2">
      {(field) => (
        <Select
          {...field}
          value={role ?? ''}
          onChange={(event) => onChoose(MEMBER_ROLES.find((one) => one === event.target.value) ?? null)}
        >
          <option value="">{t('assignment.poolAny')}</option>
          {rolesFor(step).map((one) => (
            <option key={one} value={one}>
              {t(ROLE_NAMES[one])}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
