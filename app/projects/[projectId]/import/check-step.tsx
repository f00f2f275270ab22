'use client'
/** The second step: what was understood, to be put right and confirmed. */
import { useRouter } from 'next/navigation'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { cx } from '@/app/_ui/cx'
import { rememberImported } from '@/app/_ui/just-imported'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Understood } from '@/app/api/projects/[projectId]/intake/understood'
import { type GoverningRule, SIDES, type Side } from '@/lib/bitext/text'
import { Absent } from './absent'
import { type Corrections, correct, listCorrections, NO_CORRECTIONS, stretchesOf, totalsOf } from './corrections'
import { DocumentSettings, proposedRule } from './document-settings'
import { ReadProblems } from './read-problems'
import type { Adding } from './reading'
import { SaveBar } from './save-bar'
import { SavingDialog } from './saving-dialog'
import { Segmented } from './segmented'
import { type Jump, SideBlocks } from './side-blocks'
import { SideFacts } from './side-facts'
import { useSaving } from './use-saving'
import { Warnings } from './warnings'

type CheckStepProps = {
  projectId: string
  governing: GoverningRule
  adding?: Adding
  understood: Extract<Understood, { ok: true }>
  upload: () => FormData
  onBack: () => void
  onSaved: () => void
}

export function CheckStep({ projectId, governing, adding, understood, upload, onBack, onSaved }: CheckStepProps) {
  const t = useTexts()
  const id = useId()
  const router = useRouter()
  const [corrections, setCorrections] = useState<Corrections>(NO_CORRECTIONS)
  const [title, setTitle] = useState(understood.suggestedTitle)
  const [rule, setRule] = useState(() => proposedRule(understood.sides) ?? governing)
  const [jump, setJump] = useState<Jump | null>(null)
  const [untitled, setUntitled] = useState(false)
  const sides = useMemo(() => SIDES.flatMap((side) => readSide(understood, side)), [understood])
  const [shown, setShown] = useState<Side>(sides[0]?.side ?? 'zh')
  const saving = useSaving(projectId, adding)
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => heading.current?.focus({ preventScroll: true }), [])

  const totals = useMemo(
    () => sides.map(({ side, stretches }) => ({ side, ...totalsOf(stretches, corrections[side]) })),
    [sides, corrections],
  )
  const absent = adding ? [] : SIDES.filter((side) => !sides.some((read) => read.side === side))
  const changes = listCorrections(corrections)

  async function save() {
    setUntitled(title.trim() === '')
    if (title.trim() === '') return
    const form = upload()
    form.set('title', title.trim())
    form.set('governing', rule)
    form.set('corrections', JSON.stringify(changes))
    const saved = await saving.save(form)
    if (!saved) return
    onSaved()
    rememberImported(saved.documentId)
    router.push(`/projects/${projectId}/review/${saved.documentId}`)
  }

  return (
    <div className="flex flex-col gap-6">
      <div>
        <h2 ref={heading} tabIndex={-1} className="text-xl outline-none">
          {t('import.checkTitle')}
        </h2>
        <p className="text-ink-soft">{t('import.checkLead')}</p>
      </div>
      <Warnings
        sides={sides.map(({ read }) => read)}
        onJump={(side, line) => {
          setShown(side)
          setJump({ side, line })
        }}
      />
      <DocumentSettings
        sides={sides.map(({ read }) => read)}
        adding={adding}
        projectRule={governing}
        title={title}
        untitled={untitled && title.trim() === ''}
        rule={rule}
        onTitle={setTitle}
        onRule={setRule}
      />
      {sides.length > 1 && (
        <Segmented
          name={`${id}-shown`}
          legend={t('import.showOnly')}
          className="lg:hidden"
          value={shown}
          options={sides.map(({ side }) => ({ value: side, label: t(`common.${side}`) }))}
          onChange={setShown}
        />
      )}
      <div className={cx('grid items-start gap-6', sides.length > 1 && 'lg:grid-cols-2')}>
        {sides.map(({ side, read, stretches }, index) => (
          <section
            key={side}
            aria-label={t(`import.${side}Text`)}
            className={cx('@container min-w-0', side !== shown && 'max-lg:hidden')}
          >
            <SideFacts read={read} totals={totals[index]} />
            <SideBlocks
              read={read}
              stretches={stretches}
              corrections={corrections[side]}
              jump={jump}
              onKind={(stretch, kind) =>
                setCorrections((now) => ({ ...now, [side]: correct(now[side], stretch, kind) }))
              }
            />
          </section>
        ))}
      </div>
      {absent.map((side) => (
        <Absent key={side} side={side} />
      ))}
      {saving.failure && <ReadProblems saving failure={saving.failure} />}
      <SaveBar
        changes={changes.length}
        kept={totals}
        cancelled={saving.cancelled}
        aligns={sides.length > 1 || adding !== undefined}
        onUndoAll={() => setCorrections(NO_CORRECTIONS)}
        onBack={onBack}
        onSave={save}
      />
      <SavingDialog state={saving.state} aligns={sides.length > 1 || adding !== undefined} onCancel={saving.cancel} />
    </div>
  )
}

function readSide({ sides }: Extract<Understood, { ok: true }>, side: Side) {
  const read = sides.find((candidate) => candidate.side === side)
  return read ? [{ side, read, stretches: stretchesOf(read) }] : []
}
