'use client'
import { Dialog } from '@/app/_ui/dialog'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { KEY_GROUPS, type KeyGroup } from '../state/key-groups'
import { actText, keysOf } from '../state/keys'

export function KeySheet({ onClose }: { onClose: () => void }) {
  const t = useTexts()
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('review.act-keys')} width="large">
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        {(Object.keys(KEY_GROUPS) as KeyGroup[]).map((group) => (
          <section key={group}>
            <h3 className="mb-1 text-ink-faint text-xs">{t(`review.keys-${group}`)}</h3>
            <dl>
              {KEY_GROUPS[group].map((act) => (
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
