'use client'
import { Dialog } from '@/app/_ui/dialog'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { ACT_NAMES, type Act, actText, keysOf } from '../state/keys'

const GROUPS = {
  move: [
    'next-row',
    'previous-row',
    'other-side',
    'next-discrepancy',
    'next-stale',
    'next-mine',
    'next-unconfirmed',
    'next-unsaved',
    'go-to-row',
    'find',
  ],
  work: ['save', 'save-and-next', 'approve', 'raise', 'confirm', 'still-correct', 'correct'],
  show: ['diff', 'outline', 'inspector', 'density', 'palette', 'keys'],
  range: ['extend-down', 'extend-up', 'assign'],
} as const satisfies Record<string, readonly Act[]>

/** Every act stands in one group: the test of the key table counts them. */
export const GROUPED_ACTS: readonly Act[] = Object.values(GROUPS).flat()

export function KeySheet({ onClose }: { onClose: () => void }) {
  const t = useTexts()
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('review.act-keys')} width="large">
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
          <section key={group}>
            <h3 className="mb-1 text-ink-faint text-xs">{t(`review.keys-${group}`)}</h3>
            <dl>
              {ACT_NAMES.filter((act) => (GROUPS[group] as readonly Act[]).includes(act)).map((act) => (
                <KeyLine key={act} name={t(actText(act))} keys={keysOf(act)} />
              ))}
              {group === 'move' && <KeyLine name={t('review.keys-edit')} keys={['⏎']} />}
              {group === 'move' && <KeyLine name={t('review.keys-leave')} keys={['Esc']} />}
            </dl>
          </section>
        ))}
      </div>
      <p className="mt-4 text-ink-soft text-sm">{t('review.keys-note')}</p>
    </Dialog>
  )
}

function KeyLine({ name, keys }: { name: string; keys: readonly string[] }) {
  return (
    <div className="flex items-center justify-between gap-4 border-line border-t py-1.5">
      <dt>{name}</dt>
      <dd className="flex shrink-0 gap-1">
        <Keys keys={keys} />
      </dd>
    </div>
  )
}

export function Keys({ keys }: { keys: readonly string[] }) {
  return keys.map((key) => (
    <kbd
      key={key}
      className="min-w-6 rounded-sm border border-line-strong bg-sunken px-1.5 text-center font-sans text-ink-soft text-xs leading-5"
    >
      {key}
    </kbd>
  ))
}
