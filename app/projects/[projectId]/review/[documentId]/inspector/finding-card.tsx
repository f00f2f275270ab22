'use client'
/** One finding: what it says, the words it is about, and what a person makes of it. */
import { BookUser, CircleAlert, EyeOff, Flag, Info, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { sayFinding } from '@/app/_ui/say-finding'
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { can } from '@/lib/auth/roles'
import type { Side, Span } from '@/lib/bitext/text'
import { TAKABLE } from '@/lib/finding/entry-of-finding'
import { LANG } from '../grid/lang'
import { useCell } from '../state/cell'
import { findingsOf, isHere } from '../state/findings'
import { ariaKeys, keysOf } from '../state/keys'
import type { Shown } from '../state/row-findings'
import { raiseFinding, takeBack, takeFinding } from '../state/settle-findings'
import { useScreen } from '../state/use-screen'
import { DismissForm } from './dismiss-form'

const ICONS = { error: CircleAlert, warning: TriangleAlert, note: Info } as const
const LOOKS = { error: 'text-danger', warning: 'text-warn', note: 'text-info' } as const

export function SeverityIcon({ severity }: { severity: keyof typeof ICONS }) {
  const t = useTexts()
  const Icon = ICONS[severity]
  return (
    <>
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${LOOKS[severity]}`} />
      <span className="sr-only">{t(`checks.${severity}`)}: </span>
    </>
  )
}

type Card = { shown: Shown; texts: Record<Side, string>; current: boolean }

export function FindingCard({ shown, texts, current }: Card) {
  const t = useTexts()
  const screen = useScreen()
  const card = useRef<HTMLLIElement>(null)
  const { finding, here } = shown
  const dismissing = useCell(findingsOf(screen).dismissing)
  const asked = here !== null && isHere(dismissing, here)
  useEffect(() => {
    if (current) card.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <li
      ref={card}
      aria-current={current || undefined}
      className="rounded-md border border-line bg-surface px-3 py-2 aria-[current]:border-accent"
    >
      <div className={`flex gap-2 ${finding.dismissal ? 'text-ink-faint' : ''}`}>
        <SeverityIcon severity={finding.severity} />
        <div className="min-w-0">
          <p>{sayFinding(t, finding)}</p>
          <Words side="zh" text={texts.zh} span={finding.zh} />
          <Words side="en" text={texts.en} span={finding.en} />
          <p className="text-ink-faint text-xs">{t(`checks.name.${finding.check}` as TextKey)}</p>
        </div>
      </div>
      {asked && shown.saved ? <DismissForm finding={shown.saved} /> : <Acts shown={shown} />}
    </li>
  )
}

function Words({ side, text, span }: { side: Side; text: string; span: Span | null }) {
  if (!span || span.from >= span.to) return null
  return (
    <p lang={LANG[side]} className="document-text truncate !text-sm text-ink-soft">
      {text.slice(span.from, span.to)}
    </p>
  )
}

function Acts({ shown: { finding, here, saved } }: { shown: Shown }) {
  const t = useTexts()
  const screen = useScreen()
  const { role } = screen.review.me
  const state = findingsOf(screen)
  if (finding.dismissal) {
    const { id, scope, reason, note, by } = finding.dismissal
    return (
      <p className="mt-1.5 pl-6 text-ink-soft text-xs">
        {t(`checks.dismissed-${scope}`, { name: by, reason: note || t(`checks.reason-${reason}`) })}{' '}
        {can(role, 'finding.dismiss') && (
          <button type="button" className="link" onClick={() => void takeBack(screen, id)}>
            {t('checks.undo')}
          </button>
        )}
      </p>
    )
  }
  if (!saved || !here) return <p className="mt-1.5 pl-6 text-ink-faint text-xs">{t('checks.save-first')}</p>
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-1.5 pl-5">
      {finding.raised ? (
        <p className="px-1 text-ink-soft text-xs">{t('checks.raised')}</p>
      ) : (
        can(role, 'discrepancy.raise') && (
          <Button
            size="small"
            onClick={() => void raiseFinding(screen, saved)}
            aria-keyshortcuts={ariaKeys('raise-finding')}
            title={keysOf('raise-finding').join(' ')}
          >
            <Flag aria-hidden />
            {t('checks.raise')}
          </Button>
        )
      )}
      {TAKABLE.includes(finding.says) && can(role, 'register.manage') && !finding.raised && (
        <Button
          size="small"
          look="quiet"
          onClick={() => void takeFinding(screen, saved)}
          aria-keyshortcuts={ariaKeys('take-finding')}
          title={keysOf('take-finding').join(' ')}
        >
          <BookUser aria-hidden />
          {t('checks.take')}
        </Button>
      )}
      {can(role, 'finding.dismiss') && !finding.raised && (
        <Button
          size="small"
          look="quiet"
          onClick={() => {
            state.here.set(here)
            state.dismissing.set(here)
          }}
          aria-keyshortcuts={ariaKeys('dismiss-finding')}
          title={keysOf('dismiss-finding').join(' ')}
        >
          <EyeOff aria-hidden />
          {t('checks.dismiss')}
        </Button>
      )}
    </div>
  )
}
