'use client'
/** Short notices at the lower edge. F8 leads to them; a failure stays until it is dismissed. */
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import { Toast as Primitive } from 'radix-ui'
import {
  createContext,
  type FocusEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react'
import { IconButton } from './button'
import { useTexts } from './texts/texts-provider'

type Notice = { id: number; text: string; look: Look; action?: Action }

type Action = { label: string; run: () => void }

/** Something was done; nothing was, and why or what to do first; something went wrong. */
type Look = 'done' | 'hint' | 'failed'

export type Tell = (text: string, options?: { hint?: boolean; failed?: boolean; action?: Action }) => void

const ToastContext = createContext<Tell>(() => {})

/**
 * `const tell = useToast(); tell(t('common.saved'))`; `tell(t('review.last-row'), { hint: true })` where nothing was done;
 * `tell(outcome.message, { failed: true })`.
 */
export function useToast(): Tell {
  return useContext(ToastContext)
}

const LOOKS = {
  done: { Icon: CircleCheck, colour: 'text-ok' },
  hint: { Icon: Info, colour: 'text-info' },
  failed: { Icon: CircleAlert, colour: 'text-danger' },
} as const

const SHOWN_MS = 5000
/** What can be answered stays longer: F8 and the way to the button take a person a while. */
const SHOWN_WITH_ACTION_MS = 10_000
/** At a quiet pace: some 200 English words or 300 Chinese characters a minute. */
const LETTER_MS = 60
const CHARACTER_MS = 200
const FOREVER_MS = 2 ** 31 - 1

export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTexts()
  const [notices, setNotices] = useState<Notice[]>([])
  const next = useRef(0)
  const tell = useCallback<Tell>((text, { hint = false, failed = false, action } = {}) => {
    const id = next.current++
    const look = failed ? 'failed' : hint ? 'hint' : 'done'
    // More than three at once are noise; the oldest go. A hint is about the last key: the one before it is past. A failure is not said twice.
    const isPast = (one: Notice) => (look === 'hint' ? one.look === 'hint' : one.look === 'failed' && one.text === text)
    const others = (now: Notice[]) => now.filter((one) => !isPast(one))
    setNotices((now) => [...others(now).slice(-2), { id, text, look, action }])
  }, [])
  const viewport = useViewport(notices.length)
  const drop = (id: number) => setNotices((now) => now.filter((notice) => notice.id !== id))
  return (
    <ToastContext value={tell}>
      <Primitive.Provider label={t('common.notices')} swipeDirection="right">
        {children}
        {notices.map(({ id, text, look, action }) => {
          const { Icon, colour } = LOOKS[look]
          const failed = look === 'failed'
          return (
            <Primitive.Root
              key={id}
              type={failed ? 'foreground' : 'background'}
              duration={failed ? FOREVER_MS : Math.max(action ? SHOWN_WITH_ACTION_MS : SHOWN_MS, readingTime(text))}
              onOpenChange={(open) => !open && drop(id)}
              className="flex items-start gap-3 rounded-lg border border-line bg-raised px-4 py-3 shadow-raised"
            >
              <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${colour}`} />
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
        <Primitive.Viewport
          {...viewport}
          className="fixed right-3 bottom-14 z-50 flex w-96 max-w-[calc(100vw-1.5rem)] flex-col gap-2 outline-none"
        />
      </Primitive.Provider>
    </ToastContext>
  )
}

function readingTime(text: string): number {
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return characters * CHARACTER_MS + (text.length - characters) * LETTER_MS
}

/** F8 leads here from wherever a person is; where nothing is said, or no more, the focus goes back there. */
function useViewport(notices: number) {
  const list = useRef<HTMLOListElement>(null)
  const before = useRef<Element | null>(null)
  const goBack = useCallback(() => {
    if (before.current instanceof HTMLElement && before.current.isConnected)
      before.current.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (notices === 0 && list.current?.contains(document.activeElement)) goBack()
  }, [notices, goBack])
  const onFocus = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget && !currentTarget.contains(relatedTarget)) before.current = relatedTarget
    if (notices === 0) goBack()
  }
  return { ref: list, onFocus }
}
