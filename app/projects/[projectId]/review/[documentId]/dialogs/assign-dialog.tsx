'use client'
/** Gives out rows of the document: a range, what the view shows, or all of it. */
import { useState } from 'react'
import { Dialog } from '@/app/_ui/dialog'
import { Field, Input, Select } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { AssignForm } from '@/app/_ui/work/assign-form'
import { type AssignScope, rangesToAssign } from '../state/assign-ranges'
import { isFiltering } from '../state/filter'
import { loadOutline } from '../state/load'
import { rangeOf } from '../state/screen'
import { useScreen } from '../state/use-screen'

export function AssignDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const outline = screen.outline.get()
  const { row } = screen.place.get()
  const [first] = useState(() => rangeOf(screen.range.get()) ?? { from: row, to: row })
  const [from, setFrom] = useState(String(first.from + 1))
  const [to, setTo] = useState(String(first.to + 1))
  const filtering = isFiltering(screen.filter.get())
  const scopes: AssignScope[] = filtering ? ['rows', 'view', 'all'] : ['rows', 'all']
  const [scope, setScope] = useState<AssignScope>(filtering && !screen.range.get() ? 'view' : 'rows')
  const ranges = rangesToAssign(screen, scope, { from: Number(from) - 1, to: Number(to) - 1 })
  const count = outline?.ids.length ?? 0
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('review.assign-title')} width="medium">
      <AssignForm
        projectId={screen.projectId}
        documentId={screen.documentId}
        ranges={ranges}
        firstStep="revise"
        refresh={false}
        onCancel={onClose}
        onDone={({ name, pieces }) => {
          const several = scope !== 'rows' || name === null
          screen.tell(
            several ? t('assignment.assignedPieces', { count: pieces }) : t('review.assigned', { from, to, name }),
          )
          screen.range.set(null)
          onClose()
          void loadOutline(screen)
        }}
        rows={
          <>
            <Field
              label={t('review.assign-rows')}
              className="sm:col-span-2"
              hint={scope === 'view' && ranges ? t('review.assign-pieces', { count: ranges.length }) : undefined}
              error={scope === 'view' && !ranges && t('review.assign-too-many')}
            >
              {(parts) => (
                <Select
                  {...parts}
                  value={scope}
                  onChange={(event) => setScope(scopes.find((one) => one === event.target.value) ?? scope)}
                >
                  {scopes.map((one) => (
                    <option key={one} value={one}>
                      {t(`review.assign-of-${one}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            {scope === 'rows' && (
              <>
                <Field label={t('review.assign-from')} error={!ranges && t('review.row-number-wrong', { rows: count })}>
                  {(parts) => (
                    <Input
                      {...parts}
                      inputMode="numeric"
                      value={from}
                      onChange={(event) => setFrom(event.target.value)}
                    />
                  )}
                </Field>
                <Field label={t('review.assign-to')}>
                  {(parts) => (
                    <Input {...parts} inputMode="numeric" value={to} onChange={(event) => setTo(event.target.value)} />
                  )}
                </Field>
              </>
            )}
          </>
        }
      />
    </Dialog>
  )
}
