import type { Locale } from '@/lib/auth/locales'

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const

/** A file size as people say it: "42 kB". */
export function sizeText(bytes: number, locale: Locale): string {
  const step = Math.min(UNITS.length - 1, bytes < 1024 ? 0 : Math.floor(Math.log2(bytes) / 10))
  const amount = bytes / 1024 ** step
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 0 && amount < 10 ? 1 : 0,
  }).format(amount)
}
