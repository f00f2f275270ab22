'use client'
import { Check, Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { DialogActions } from '@/app/_ui/dialog'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'

/** The codes, shown this once, to be kept on paper or in a password manager. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const t = useTexts()
  const tell = useToast()
  const [copied, setCopied] = useState(false)
  const text = `${codes.join('\n')}\n`

  async function copy() {
    // Without a secure address browsers have no clipboard for pages.
    const done = await Promise.resolve(navigator.clipboard?.writeText(text).then(() => true)).catch(() => false)
    setCopied(done === true)
    if (!done) tell(t('common.copyFailed'), { failed: true })
  }

  function download() {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
    const link = Object.assign(document.createElement('a'), { href: address, download: 'duizhao-recovery-codes.txt' })
    link.click()
    URL.revokeObjectURL(address)
  }

  return (
    <>
      <p className="mb-4 text-ink-soft">{t('auth.recoveryBody')}</p>
      <ol
        aria-label={t('auth.recoveryCodes')}
        className="mb-4 grid grid-cols-1 gap-x-6 gap-y-1 rounded-md border border-line bg-sunken px-4 py-3 font-mono text-sm tabular-nums sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button onClick={copy}>
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
          <span aria-live="polite">{t(copied ? 'common.copied' : 'common.copy')}</span>
        </Button>
        <Button onClick={download}>
          <Download aria-hidden />
          {t('auth.downloadCodes')}
        </Button>
      </div>
      <DialogActions>
        <Button look="primary" onClick={onDone}>
          {t('auth.codesKept')}
        </Button>
      </DialogActions>
    </>
  )
}
