'use client'
/** A row with words that are not saved cannot be rearranged; it says so and offers to save them. */
import { PencilLine } from 'lucide-react'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { SIDES } from '@/lib/bitext/text'
import { useCellAt } from '../state/cell'
import { changeMode } from '../state/mode'
import { saveDraft } from '../state/save'
import { sideKey } from '../state/screen'
import { useScreen } from '../state/use-screen'

export function UnsavedHere({ id }: { id: number }) {
  const t = useTexts()
  const screen = useScreen()
  const zh = useCellAt(screen.drafts, sideKey(id, 'zh'))
  const en = useCellAt(screen.drafts, sideKey(id, 'en'))
  if (!zh && !en) return null
  const stuck = zh?.state.is === 'conflict' || en?.state.is === 'conflict'
  const saving = zh?.state.is === 'saving' || en?.state.is === 'saving'
  const save = async () => {
    for (const side of SIDES) await saveDraft(screen, id, side)
  }
  return (
    <div className="review-below flex flex-wrap items-center gap-3 bg-warn-soft px-4 py-1.5 text-sm">
      <PencilLine aria-hidden className="size-4 shrink-0 text-warn" />
      <span className="min-w-0 flex-1 basis-60">{t(stuck ? 'align.draft-conflict' : 'align.draft-here')}</span>
      {stuck ? (
        <Button size="small" onClick={() => changeMode(screen, 'review')}>
          {t('align.to-review')}
        </Button>
      ) : (
        <Button size="small" disabled={saving} onClick={() => void save()}>
          {t(saving ? 'common.saving' : 'common.save')}
        </Button>
      )}
    </div>
  )
}
