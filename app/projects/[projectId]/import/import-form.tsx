'use client'
/**
 * Bringing texts in: put them in, see what was understood, put it right, save. Nothing is kept on the server before the
 * last step; what a person filled in stays until then, whatever fails.
 */
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Understood } from '@/app/api/projects/[projectId]/intake/understood'
import type { GoverningRule } from '@/lib/bitext/text'
import { CheckStep } from './check-step'
import { type ChosenTexts, holdsText, NOTHING_CHOSEN, type Part, uploadForm } from './chosen'
import type { Adding, Layout, ReadFailure } from './reading'
import { askUnderstood } from './send'
import { Steps } from './steps'
import { TextsStep } from './texts-step'
import { useLeaveWarning } from './use-leave-warning'

type ImportFormProps = {
  projectId: string
  /** Of the project; of the document where a side is added to one. */
  governing: GoverningRule
  adding?: Adding
}

function renew(controller: { current: AbortController | null }): AbortController {
  controller.current = new AbortController()
  return controller.current
}

export function ImportForm({ projectId, governing, adding }: ImportFormProps) {
  const t = useTexts()
  const [layout, setLayout] = useState<Layout>('two')
  const [texts, setTexts] = useState<ChosenTexts>(NOTHING_CHOSEN)
  const [reading, setReading] = useState(false)
  const [failure, setFailure] = useState<ReadFailure | null>(null)
  const [understood, setUnderstood] = useState<Extract<Understood, { ok: true }> | null>(null)
  // What was understood outlives a look back at the texts, corrections and all, until a text changes.
  const [checking, setChecking] = useState(false)
  const [saved, setSaved] = useState(false)
  const asking = useRef<AbortController | null>(null)

  const parts: Part[] = adding ? [adding.side] : layout === 'both' ? ['both'] : ['zh', 'en']
  const upload = () => uploadForm(parts, texts, t('import.pastedName'))

  useLeaveWarning(!saved && parts.some((part) => holdsText(texts[part])))
  useEffect(() => () => asking.current?.abort(), [])

  async function read() {
    if (understood) return show()
    asking.current?.abort()
    const { signal } = renew(asking)
    setReading(true)
    setFailure(null)
    const answer = await askUnderstood(projectId, upload(), signal).catch(() => null)
    if (signal.aborted || !answer) return
    setReading(false)
    if (!answer.ok) return setFailure(answer)
    setUnderstood(answer)
    show()
  }

  function show() {
    setChecking(true)
    window.scrollTo({ top: 0 })
  }

  function changed() {
    setUnderstood(null)
    setFailure(null)
  }

  return (
    <>
      <Steps current={saved ? 2 : checking ? 1 : 0} />
      {understood && (
        <div hidden={!checking}>
          <CheckStep
            projectId={projectId}
            governing={governing}
            adding={adding}
            understood={understood}
            upload={upload}
            onBack={() => setChecking(false)}
            onSaved={() => setSaved(true)}
          />
        </div>
      )}
      {!checking && (
        <TextsStep
          parts={parts}
          adding={adding}
          layout={layout}
          texts={texts}
          reading={reading}
          failure={failure}
          onLayout={(next) => {
            setLayout(next)
            changed()
          }}
          onTexts={(next) => {
            setTexts(next)
            changed()
          }}
          onRead={read}
          onCancel={() => {
            asking.current?.abort()
            setReading(false)
          }}
        />
      )}
    </>
  )
}
