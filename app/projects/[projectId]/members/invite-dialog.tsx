'use client'
import { UserPlus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Field, Input, Select } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { SetupLink } from '@/app/_ui/setup-link'
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { ROLE_NAMES } from '@/app/_ui/texts/names'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import { MEMBER_ROLES, type MemberRole } from '@/lib/auth/roles'
import { inviteHere } from './actions'

const FIELD_PROBLEMS: Record<string, TextKey> = {
  email: 'project.memberEmailProblem',
  name: 'project.memberNameProblem',
}

/** First whom, then, where no mail goes, the link to hand over. */
export function InviteDialog({ projectId, mail }: { projectId: string; mail: boolean }) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const [invited, setInvited] = useState<{ name: string; secret: string } | null>(null)
  const change = (next: boolean) => {
    setOpen(next)
    if (!next) setInvited(null)
  }
  const trigger = (
    <Button look="primary">
      <UserPlus aria-hidden />
      {t('invitation.invite')}
    </Button>
  )
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={trigger}
      width="medium"
      title={invited ? t('invitation.linkTitle', { name: invited.name }) : t('invitation.invite')}
      description={invited ? undefined : t(mail ? 'invitation.mailLead' : 'invitation.lead')}
    >
      {invited ? (
        <>
          <SetupLink {...invited} purpose="invitation" />
          <DialogActions>
            <Button look="primary" onClick={() => change(false)}>
              {t('project.done')}
            </Button>
          </DialogActions>
        </>
      ) : (
        <InviteForm projectId={projectId} onClose={() => change(false)} onInvited={setInvited} />
      )}
    </Dialog>
  )
}

type InviteFormProps = {
  projectId: string
  onClose: () => void
  onInvited: (invited: { name: string; secret: string }) => void
}

function InviteForm({ projectId, onClose, onInvited }: InviteFormProps) {
  const t = useTexts()
  const tell = useToast()
  const invite = useAction(inviteHere)
  const field = String(invite.failure?.detail.field ?? '')
  const malformed = invite.failure?.problem === 'invalid-input' ? FIELD_PROBLEMS[field] : undefined
  const errorOf = (name: string) =>
    field === name && invite.failure ? (malformed ? t(malformed) : invite.failure.message) : undefined

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const typed = (name: string) => String(form.get(name))
    const role = typed('role') as MemberRole
    const name = typed('name')
    const done = await invite.run({ projectId, email: typed('email'), name, role })
    if (!done) return
    const { secret } = done.value
    tell(t(secret ? 'invitation.invited' : 'invitation.mailed', { name }))
    if (secret) onInvited({ name, secret })
    else onClose()
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {invite.failure && !['email', 'name'].includes(field) && <Note tone="danger">{invite.failure.message}</Note>}
      <Field label={t('project.memberEmail')} error={errorOf('email')}>
        {(parts) => <Input {...parts} name="email" type="email" required autoComplete="off" />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-[1fr_11rem]">
        <Field label={t('invitation.name')} hint={t('invitation.nameHint')} error={errorOf('name')}>
          {(parts) => <Input {...parts} name="name" required maxLength={80} autoComplete="off" />}
        </Field>
        <Field label={t('project.memberRole')}>
          {(parts) => (
            <Select {...parts} name="role" defaultValue="translator">
              {MEMBER_ROLES.map((role) => (
                <option key={role} value={role}>
                  {t(ROLE_NAMES[role])}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" look="primary" disabled={invite.running}>
          {t('invitation.send')}
        </Button>
      </DialogActions>
    </form>
  )
}
