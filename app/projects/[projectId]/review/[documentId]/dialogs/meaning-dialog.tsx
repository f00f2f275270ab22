'use client'
/** Before a suggestion or an earlier text becomes the governing text: what it changes there, and what that means. */
import { useState } from 'react'
import { LANG } from '../grid/lang'
import { TrackedText } from '../grid/marked-text'
import { useCellAt } from '../state/cell'
import type { Correction } from '../state/drafts'
import type { Asking } from '../state/screen'
import { useScreen } from '../state/use-screen'
import { CorrectionFrame } from './correction-frame'

type Asked = Extract<Asking, { what: 'meaning' }>

export function MeaningDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const screen = useScreen()
  const { segmentId, side, text, run } = asked
  const row = useCellAt(screen.rows, segmentId)
  const [correction, setCorrection] = useState<Correction>('substantive')
  if (!row) return null
  return (
    <CorrectionFrame
      side={side}
      chosen={correction}
      onChoose={setCorrection}
      save={() => run(correction)}
      onLeave={onClose}
      onDone={onClose}
    >
      <p lang={LANG[side]} className="document-text rounded-md bg-sunken px-3 py-2">
        <TrackedText base={row[side]} text={text} side={side} />
      </p>
    </CorrectionFrame>
  )
}
