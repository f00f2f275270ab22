'use client'
/**
 * Fetches a file and hands it to the browser to keep; a refusal is said on the page instead of being saved as a file. A long file is
 * written by a worker: it is fetched when it is ready, and waits among the notices if the page is gone by then.
 */
import { useCallback, useState } from 'react'
import type { ShownJob } from '@/lib/queue/queries'
import type { Failure } from '../_server/outcome'
import { useTexts } from './texts/texts-provider'
import type { Translate } from './texts/translate'
import { type Tell, useToast } from './toast'

const LOOK_EVERY = 1_000

/** Told to whatever on the page shows what is under way. */
export const JOB_BEGUN = 'duizhao-job-begun'

export function useDownload() {
  const t = useTexts()
  const tell = useToast()
  const [busy, setBusy] = useState(false)

  const download = useCallback(
    async (address: string) => {
      setBusy(true)
      try {
        const response = await fetch(address)
        const kept = response.status === 202 ? await written(response, address, t, tell) : response
        if (kept?.ok) keep(await kept.blob(), fileNameOf(kept))
        else if (kept) tell(((await kept.json()) as Failure).message, { failed: true })
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

/** The answer with the file, once it is written; null where there will be none, which has been said. */
async function written(asked: Response, address: string, t: Translate, tell: Tell): Promise<Response | null> {
  const { jobId } = (await asked.json()) as { jobId: string }
  const project = /^\/api\/projects\/[^/]+/.exec(address)?.[0]
  tell(t('export.later'), { hint: true })
  window.dispatchEvent(new Event(JOB_BEGUN))
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
    const jobs = (await (await fetch(`${project}/jobs`)).json()) as Pick<ShownJob, 'id' | 'state'>[]
    const state = jobs.find(({ id }) => id === jobId)?.state ?? 'cancelled'
    if (state === 'done') return await fetch(`${project}/jobs/${jobId}/file`)
    if (state === 'failed') tell(t('export.failed'), { failed: true })
    if (state === 'failed' || state === 'cancelled') return null
  }
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
