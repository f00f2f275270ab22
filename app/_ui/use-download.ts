'use client'
/** Fetches a file and hands it to the browser to keep; a refusal is said on the page instead of being saved as a file. */
import { useCallback, useState } from 'react'
import type { Failure } from '../_server/outcome'
import { useTexts } from './texts/texts-provider'
import { useToast } from './toast'

export function useDownload() {
  const t = useTexts()
  const tell = useToast()
  const [busy, setBusy] = useState(false)

  const download = useCallback(
    async (address: string) => {
      setBusy(true)
      try {
        const response = await fetch(address)
        if (response.ok) keep(await response.blob(), fileNameOf(response))
        else tell(((await response.json()) as Failure).message, { failed: true })
      } catch {
        tell(t('export.offline'), { failed: true })
      } finally {
        setBusy(false)
      }
    },
    [t, tell],
  )
  return { busy, download }
}

/** The UTF-8 name of the header; our own routes always send one. */
function fileNameOf(response: Response): string {
  const header = response.headers.get('content-disposition') ?? ''
  return decodeURIComponent(/filename\*=UTF-8''([^;]+)/i.exec(header)?.[1] ?? 'download')
}

function keep(blob: Blob, fileName: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
  // The browser has taken the address over by the next turn of the loop; some take a little longer.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
