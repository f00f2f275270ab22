'use client'
/** A file that is brought in: first looked at by the server, then, once that is confirmed, kept. */
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTexts } from './texts/texts-provider'
import { useToast } from './toast'

type FileImportOptions<Kept> = {
  /** Where the file is posted as the body: looked at, or with `?keep` kept. */
  address: string
  sayKept: (kept: Kept) => string
}

export function useFileImport<Preview, Kept>({ address, sayKept }: FileImportOptions<Kept>) {
  const t = useTexts()
  const tell = useToast()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [seen, setSeen] = useState<{ file: File; preview: Preview } | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const send = async <Value>(file: File, keep: boolean): Promise<Value | null> => {
    setBusy(true)
    setTrouble('')
    const query = new URLSearchParams({ name: file.name, ...(keep && { keep: '' }) })
    const response = await fetch(`${address}?${query}`, { method: 'POST', body: file }).catch(() => null)
    const body: unknown = await response?.json().catch(() => null)
    setBusy(false)
    if (response?.ok) return body as Value
    const message = (body as { message?: unknown } | null)?.message
    setTrouble(typeof message === 'string' ? message : t('problems.offline'))
    return null
  }
  const change = (next: boolean) => {
    setOpen(next)
    setSeen(null)
    setTrouble('')
  }
  const look = async (file: File | undefined) => {
    setSeen(null)
    const preview = file && (await send<Preview>(file, false))
    if (file && preview) setSeen({ file, preview })
  }
  const keep = async () => {
    const kept = seen && (await send<Kept>(seen.file, true))
    if (!kept) return
    tell(sayKept(kept))
    change(false)
    router.refresh()
  }
  return { open, change, preview: seen?.preview ?? null, busy, trouble, look, keep }
}
