'use client'
/** Keeps the filter under a name, and looks after the views there are. */
import { Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, IconButton } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Field, Input } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import { can } from '@/lib/auth/roles'
import { isFiltering } from '@/lib/view/filter'
import type { View } from '@/lib/view/queries'
import { editView, keepView, removeView } from '../actions'
import { useCell } from '../state/cell'
import { useScreen } from '../state/use-screen'
import { loadViews } from '../state/views'

export function SaveViewDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const filter = useCell(screen.filter)
  const views = useCell(screen.views)
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const { run, running, failure } = useAction(keepView, { refresh: false })
  useEffect(() => void loadViews(screen), [screen])
  const manages = can(screen.review.me.role, 'project.manage')
  const submit = async () => {
    if (!(await run({ projectId: screen.projectId, name, filter, shared }))) return
    screen.tell(t('find.view-saved', { name }))
    void loadViews(screen)
    onClose()
  }
  const own = (views ?? []).filter((view) => view.mine || manages)
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('find.view-manage')} width="medium">
      {isFiltering(filter) && (
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() !== '') void submit()
          }}
        >
          <Field label={t('find.view-name')} hint={t('find.view-save-body')}>
            {(parts) => (
              <Input {...parts} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
            )}
          </Field>
          {manages && (
            <label className="flex items-center gap-2 text-sm">
              <input type="checkbox" checked={shared} onChange={() => setShared(!shared)} />
              {t('find.view-share')}
            </label>
          )}
          {failure && <Note tone="danger">{failure.message}</Note>}
          <DialogActions>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button type="submit" look="primary" disabled={running || name.trim() === ''}>
              {t('common.save')}
            </Button>
          </DialogActions>
        </form>
      )}
      {own.length > 0 && (
        <ul className="mt-4 grid gap-1 border-line border-t pt-3">
          {own.map((view) => (
            <Kept key={`${view.id}/${view.version}`} view={view} />
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function Kept({ view }: { view: View }) {
  const t = useTexts()
  const screen = useScreen()
  const [name, setName] = useState(view.name)
  const change = useAction(editView, { refresh: false })
  const remove = useAction(removeView, { refresh: false })
  const at = { projectId: screen.projectId, viewId: view.id }
  const edit = async (part: Omit<Parameters<typeof editView>[0], 'projectId' | 'viewId' | 'seenVersion'>) => {
    await change.run({ ...at, seenVersion: view.version, ...part })
    void loadViews(screen)
  }
  const failure = change.failure ?? remove.failure
  const filter = useCell(screen.filter)
  return (
    <li className="grid gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <Input
          aria-label={t('find.view-rename')}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
          className="min-w-32 flex-1"
        />
        {name.trim() !== '' && name !== view.name && (
          <Button size="small" onClick={() => void edit({ name })}>
            {t('find.view-rename')}
          </Button>
        )}
        {isFiltering(filter) && (
          <Button size="small" look="quiet" onClick={() => void edit({ filter })}>
            {t('find.view-replace')}
          </Button>
        )}
        {!view.mine && <span className="text-ink-soft text-sm">{t('find.view-by', { name: view.by })}</span>}
        <IconButton
          size="small"
          label={t('find.view-delete', { name: view.name })}
          onClick={async () => {
            if (await remove.run(at)) screen.tell(t('find.view-deleted', { name: view.name }))
            void loadViews(screen)
          }}
        >
          <Trash2 aria-hidden />
        </IconButton>
      </div>
      {failure && <Note tone="danger">{failure.message}</Note>}
    </li>
  )
}
