'use client'
/** Short notices at the lower edge. F8 leads to them; a failure stays until it is dismissed. */
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { Toast as Primitive } from 'radix-ui'
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react'
import { IconButton } from './button'
import { useTexts } from './texts/texts-provider'

type Notice = { id: number; text: string; failed: boolean; action?: { label: string; run: () => void } }

type Tell = (text: string, options?: { failed?: boolean; action?: { label: string; run: () => void } }) => void

const ToastContext = createContext<Tell>(() => {})

/** `const tell = useToast(); tell(t('common.saved'))`, or `tell(outcome.message, { failed: true })`. */
export function useToast(): Tell {
  return useContext(ToastContext)
}

const SHOWN_MS = 5000
const FOREVER_MS = 2 ** 31 - 1

export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTexts()
  const [notices, setNotices] = useState<Notice[]>([])
  const next = useRef(0)
  const tell = useCallback<Tell>((text, { failed = false, action } = {}) => {
    const id = next.current++
    // More than three at once are noise; the oldest go.
    setNotices((now) => [...now.slice(-2), { id, text, failed, action }])
  }, [])
  const drop = (id: number) => setNotices((now) => now.filter((notice) => notice.id !== id))
  return (
    <ToastContext value={tell}>
      <Primitive.Provider label={t('common.notices')} swipeDirection="right">
        {children}
        {notices.map(({ id, text, failed, action }) => {
          const Icon = failed ? CircleAlert : CircleCheck
          return (
            <Primitive.Root
              key={id}
              type={failed ? 'foreground' : 'background'}
              duration={failed ? FOREVER_MS : SHOWN_MS}
              onOpenChange={(open) => !open && drop(id)}
              className="flex items-start gap-3 rounded-lg border border-line bg-raised px-4 py-3 shadow-raised"
            >
              <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${failed ? 'text-danger' : 'text-ok'}`} />
              <Primitive.Description className="min-w-0 flex-1 break-words">{text}</Primitive.Description>
              {action && (
                <Primitive.Action asChild altText={action.label}>
                  <button type="button" className="link shrink-0 font-medium" onClick={action.run}>
                    {action.label}
                  </button>
                </Primitive.Action>
              )}
              <Primitive.Close asChild>
                <IconButton label={t('common.dismiss')} size="small" className="-mt-0.5 -mr-2">
                  <X aria-hidden />
                </IconButton>
              </Primitive.Close>
            </Primitive.Root>
          )
        })}
        <Primitive.Viewport className="fixed right-3 bottom-14 z-50 flex w-96 max-w-[calc(100vw-1.5rem)] flex-col gap-2 outline-none" />
      </Primitive.Provider>
    </ToastContext>
  )
}
