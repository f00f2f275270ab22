'use client'
/** All keys of the mode by group, and the place where a person changes them. What is changed counts at once and everywhere. */
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { Input } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import type { KeyMode } from '@/lib/auth/key-maps'
import { useCell } from '../state/cell'
import { isChanged, type KeyLine, keySections, withKeys } from '../state/key-books'
import { ownKeys } from '../state/keymap'
import { fitting } from '../state/type-ahead'
import { useScreen } from '../state/use-screen'
import { keepKeys } from './key-actions'
import { KeyEntry } from './key-entry'
import { Keys } from './keys'

type Change = { line: KeyLine; keys: string }

export function KeySheet({ onClose }: { onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const mode = useCell(screen.mode)
  useCell(ownKeys)
  const [sought, setSought] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const { run, running, failure } = useAction(keepKeys, { refresh: false })
  const sections = keySections(mode)
  const lines = sections.flatMap((section) => section.lines)
  const put = async (of: KeyMode, changes: Change[]) => {
    const done = await run({ mode: of, keys: withKeys(ownKeys.get(), of, changes) })
    if (done) ownKeys.set(done.value)
    setAsked(null)
  }
  const resetAll = async () => {
    for (const of of new Set(sections.map((section) => section.mode))) {
      const done = await run({ mode: of, keys: {} })
      if (!done) return
      ownKeys.set(done.value)
    }
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('review.act-keys')} width="large">
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <Input
          type="search"
          aria-label={t('read.keys-find')}
          placeholder={t('read.keys-find')}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          className="!h-8 max-w-64"
        />
        <p className="text-ink-soft text-sm">{t('read.keys-how')}</p>
        {lines.some(isChanged) && (
          <Button size="small" className="ml-auto" disabled={running} onClick={() => void resetAll()}>
            {t('read.keys-reset-all')}
          </Button>
        )}
      </div>
      {failure && (
        <Note tone="danger" className="mb-3">
          {failure.message}
        </Note>
      )}
      <div className="gap-x-10 md:columns-2">
        {sections.map((section) => {
          const shown = fitting(section.lines, sought, ({ name, act }) => [t(name), act])
          if (shown.length === 0) return null
          return (
            <section key={section.name} className="mb-6 break-inside-avoid-column">
              <h3 className="mb-1 text-ink-faint text-xs">{t(section.name)}</h3>
              <ul>
                {shown.map((line) => (
                  <KeyEntry
                    key={line.act}
                    line={line}
                    sections={sections}
                    asked={asked === `${line.mode}/${line.act}`}
                    running={running}
                    onAsk={(on) => setAsked(on ? `${line.mode}/${line.act}` : null)}
                    onPut={(changes) => void put(line.mode, changes)}
                  />
                ))}
                {section.name === 'review.keys-move' && sought === '' && (
                  <>
                    <Fixed name={t('review.keys-edit')} keys={['⏎']} />
                    <Fixed name={t('review.keys-leave')} keys={['Esc']} />
                  </>
                )}
              </ul>
            </section>
          )
        })}
      </div>
      <p className="mt-2 text-ink-soft text-sm">{t('review.keys-note')}</p>
    </Dialog>
  )
}

function Fixed({ name, keys }: { name: string; keys: readonly string[] }) {
  return (
    <li className="flex items-center justify-between gap-4 border-line border-t py-1.5 pr-1">
      <span>{name}</span>
      <span className="flex shrink-0 gap-1">
        <Keys keys={keys} />
      </span>
    </li>
  )
}
