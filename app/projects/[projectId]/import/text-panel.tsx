'use client'
/** Where one text is put in: dropped, chosen or pasted, with the address it came from. */
import { FileText, Upload, X } from 'lucide-react'
import { type DragEvent, useDeferredValue, useId, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { Field, Input } from '@/app/_ui/field'
import { useLocale, useTexts } from '@/app/_ui/texts/texts-provider'
import { countWords } from '@/lib/bitext/text'
import { LARGEST_FILE } from '@/lib/document/input'
import { ACCEPTED, type Chosen, type Part, type Refusal, refuseFile, refusePasted } from './chosen'
import { sizeText } from './size-text'

const MEGABYTES = LARGEST_FILE / 1024 / 1024

type TextPanelProps = {
  part: Part
  hint?: string
  chosen: Chosen
  disabled: boolean
  onChange: (chosen: Chosen) => void
}

export function TextPanel({ part, hint, chosen, disabled, onChange }: TextPanelProps) {
  const t = useTexts()
  const [problem, setProblem] = useState<string | null>(null)
  const [over, setOver] = useState(false)
  const say = useRefusal()
  const id = useId()

  function take(files: FileList | null) {
    const file = files?.[0]
    if (!file || disabled) return
    const refusal = refuseFile(file)
    if (!refusal) onChange({ ...chosen, file })
    if (refusal) setProblem(say(refusal))
    else setProblem(files.length > 1 ? t('import.oneFile') : null)
  }

  const drag = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
    },
    onDrop: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      setOver(false)
      take(event.dataTransfer.files)
    },
  }

  return (
    <section
      aria-labelledby={`${id}-title`}
      className={cx('card flex min-w-0 flex-col gap-4 p-4 sm:p-5', over && 'border-accent ring-2 ring-accent')}
      {...drag}
    >
      <div>
        <h2 id={`${id}-title`} className="text-lg">
          {t(`import.${part}Text`)}
        </h2>
        {hint && <p className="text-ink-soft text-sm">{hint}</p>}
      </div>
      {chosen.file ? (
        <ChosenFile file={chosen.file} disabled={disabled} onRemove={() => onChange({ ...chosen, file: null })} />
      ) : (
        <PasteArea
          part={part}
          over={over}
          disabled={disabled}
          pasted={chosen.pasted}
          labelledBy={`${id}-title`}
          onPaste={(pasted) => {
            const refusal = refusePasted(pasted)
            setProblem(refusal && say(refusal))
            if (!refusal) onChange({ ...chosen, pasted })
          }}
        />
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <FileButton part={part} another={chosen.file !== null} disabled={disabled} onTake={take} />
        <p className="text-ink-faint text-sm">{t('import.limits', { megabytes: MEGABYTES })}</p>
      </div>
      {problem && (
        <p role="alert" className="font-medium text-danger text-sm">
          {problem}
        </p>
      )}
      <Field label={t('import.address')} hint={t('import.addressHint')}>
        {(parts) => (
          <Input
            {...parts}
            type="text"
            inputMode="url"
            maxLength={2000}
            disabled={disabled}
            placeholder={t('import.addressExample')}
            value={chosen.address}
            onChange={(event) => onChange({ ...chosen, address: event.target.value })}
          />
        )}
      </Field>
    </section>
  )
}

function useRefusal() {
  const t = useTexts()
  const locale = useLocale()
  return ({ key, name, size }: Refusal) =>
    t(`import.${key}`, { name, size: sizeText(size, locale), megabytes: MEGABYTES })
}

function ChosenFile({ file, disabled, onRemove }: { file: File; disabled: boolean; onRemove: () => void }) {
  const t = useTexts()
  const locale = useLocale()
  return (
    <div className="flex min-h-48 flex-1 flex-col items-center justify-center gap-3 rounded-md border border-line bg-sunken p-4 text-center">
      <FileText aria-hidden className="size-8 text-ink-faint" strokeWidth={1.5} />
      <div className="min-w-0 max-w-full">
        <p className="break-words font-medium">{file.name}</p>
        <p className="text-ink-soft text-sm">{sizeText(file.size, locale)}</p>
      </div>
      <Button
        look="quiet"
        size="small"
        disabled={disabled}
        aria-label={t('import.removeFile', { name: file.name })}
        onClick={onRemove}
      >
        <X aria-hidden />
        {t('import.remove')}
      </Button>
    </div>
  )
}

type PasteAreaProps = {
  part: Part
  over: boolean
  disabled: boolean
  pasted: string
  labelledBy: string
  onPaste: (pasted: string) => void
}

function PasteArea({ part, over, disabled, pasted, labelledBy, onPaste }: PasteAreaProps) {
  const t = useTexts()
  return (
    <div className="flex flex-1 flex-col gap-1">
      <textarea
        aria-labelledby={labelledBy}
        lang={{ zh: 'zh-CN', en: 'en', both: undefined }[part]}
        disabled={disabled}
        value={pasted}
        placeholder={over ? t('import.dropNow') : t('import.pasteOrDrop')}
        onChange={(event) => onPaste(event.target.value)}
        className="document-text min-h-48 w-full flex-1 resize-y rounded-md border border-line-strong bg-surface px-3 py-2 text-base placeholder:font-sans disabled:bg-sunken"
      />
      {part !== 'both' && <PastedCount side={part} pasted={pasted} />}
    </div>
  )
}

function PastedCount({ side, pasted }: { side: 'zh' | 'en'; pasted: string }) {
  const t = useTexts()
  // A long paste is counted when the browser has time for it.
  const settled = useDeferredValue(pasted)
  const count = countWords(settled, side)
  return (
    <p aria-hidden className="min-h-5 text-right text-ink-faint text-sm">
      {count > 0 && t('import.pasteCount', { side, count })}
    </p>
  )
}

type FileButtonProps = { part: Part; another: boolean; disabled: boolean; onTake: (files: FileList | null) => void }

function FileButton({ part, another, disabled, onTake }: FileButtonProps) {
  const t = useTexts()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        tabIndex={-1}
        disabled={disabled}
        aria-label={t('import.chooseFor', { label: t(`import.${part}Text`) })}
        className="sr-only"
        onChange={(event) => {
          onTake(event.target.files)
          // So that the same file, mended on disk, can be chosen again.
          event.target.value = ''
        }}
      />
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        <Upload aria-hidden />
        {another ? t('import.another') : t('import.choose')}
      </Button>
    </>
  )
}
