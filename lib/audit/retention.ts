/** How long the audit log tells what was done: by DUIZHAO_AUDIT_MONTHS where that is set, else as administrators say. */
import { z } from 'zod'
import { db } from '../db'

export const RETENTION_KEY = 'audit.months'

/** null: for good. */
export const Months = z.number().int().min(1).max(1200).nullable()

const Kept = z.object({ months: Months }).catch({ months: null })

export type Retention = {
  months: number | null
  /** Whoever runs the server has decided; the page only tells of it. */
  byEnvironment: boolean
  version: number
}

export async function getRetention(): Promise<Retention> {
  const given = Number(process.env.DUIZHAO_AUDIT_MONTHS)
  if (given >= 1) return { months: Math.floor(given), byEnvironment: true, version: 0 }
  const kept = await db.instanceSetting.findUnique({
    where: { key: RETENTION_KEY },
    select: { value: true, version: true },
  })
  return { ...Kept.parse(kept?.value), byEnvironment: false, version: kept?.version ?? 0 }
}
