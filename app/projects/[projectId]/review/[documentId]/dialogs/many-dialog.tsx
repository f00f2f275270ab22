'use client'
/** The frame of acts on many rows: what is asked, then, before anything is done, which rows go and which stay and why. */
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { getJson } from '../state/get-json'
import { useScreen } from '../state/use-screen'

export type Previewed<Preview> = { preview?: Preview; trouble?: string }

/** What the server says the act would do; asked anew when `body` is another. */
export function usePreview<Preview>(path: string, body: string): Previewed<Preview> {
  const screen = useScreen()
  const [state, setState] = useState<Previewed<Preview>>({})
  useEffect(() => {
    let gone = false
    setState({})
    void getJson<Preview>(screen, path, { method: 'POST', body }).then((answer) => {
      if (!gone) setState(answer.ok ? { preview: answer.value } : { trouble: answer.message })
    })
    return () => {
      gone = true
    }
  }, [screen, path, body])
  return state
}

type ManyDialogProps = {
  title: string
  /** The fields that say what is to be done with which rows. */
  children: ReactNode
  /** In words; undefined while the server is asked. */
  going: string | undefined
  staying: readonly string[]
  /** Drafts are in the way: what that means for this act. */
  drafts: string | null
  trouble: string | undefined
  submit: string
  disabled: boolean
  onSubmit: () => void
  onClose: () => void
}

export function ManyDialog(props: ManyDialogProps) {
  const { title, children, going, staying, drafts, trouble, submit, disabled, onSubmit, onClose } = props
  const t = useTexts()
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} width="medium">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {children}
        <div aria-live="polite" className="min-h-16 text-sm">
          {going === undefined && trouble === undefined && <p className="text-ink-soft">{t('review.seeking')}</p>}
          {going !== undefined && <p className="font-semibold">{going}</p>}
          {staying.length > 0 && (
            <>
              <p className="mt-2 text-ink-soft">{t('find.many-staying')}</p>
              <ul className="ml-5 list-disc text-ink-soft">
                {staying.map((why) => (
                  <li key={why}>{why}</li>
                ))}
              </ul>
            </>
          )}
          {drafts !== null && <Note tone="warn">{drafts}</Note>}
        </div>
        {trouble !== undefined && <Note tone="danger">{trouble}</Note>}
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={disabled || drafts !== null}>
            {submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
