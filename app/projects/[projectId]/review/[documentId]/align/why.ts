import type { RowTies } from '@/lib/alignment/explain-pairing'

/** `of`: the texts it speaks of; others have come since when they differ. */
export type Why = { of: string; ties: RowTies | null }
