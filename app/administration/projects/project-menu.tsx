'use client'
import { Archive, Ellipsis, RotateCcw, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { IconButton } from '@/app/_ui/button'
import { Menu, MenuItem } from '@/app/_ui/menu'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useTold } from '@/app/_ui/use-told'
import type { ProjectState } from '@/lib/administration/list-all-projects'
import { archiveHere, deleteProjectHere, restoreHere } from '../actions'
import { Ask } from '../ask'

export function ProjectMenu({ id: projectId, name, state }: { id: string; name: string; state: ProjectState }) {
  const t = useTexts()
  const tell = useToast()
  const button = useRef<HTMLButtonElement>(null)
  const [deleting, setDeleting] = useState(false)
  const archive = useTold(archiveHere)
  const restore = useTold(restoreHere)
  const done = () => tell(t('administration.done', { name }))
  return (
    <>
      <Menu
        trigger={
          <IconButton ref={button} label={t('common.moreFor', { name })}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        {state === 'open' ? (
          <MenuItem onSelect={async () => (await archive.run({ projectId })) && done()}>
            <Archive aria-hidden />
            {t('administration.archive')}
          </MenuItem>
        ) : (
          <MenuItem
            onSelect={async () => (await restore.run({ projectId })) && tell(t('administration.restored', { name }))}
          >
            <RotateCcw aria-hidden />
            {t('administration.restore')}
          </MenuItem>
        )}
        {state !== 'deleted' && (
          <MenuItem danger onSelect={() => setDeleting(true)}>
            <Trash2 aria-hidden />
            {t('administration.deleteProject')}
          </MenuItem>
        )}
      </Menu>
      {deleting && (
        <Ask
          action={deleteProjectHere}
          input={{ projectId }}
          title={t('administration.deleteProjectTitle', { name })}
          body={t('administration.deleteProjectBody')}
          confirm={t('administration.deleteConfirm')}
          danger
          onClose={() => setDeleting(false)}
          onDone={() => {
            done()
            setDeleting(false)
          }}
          returnFocus={button}
        />
      )}
    </>
  )
}
