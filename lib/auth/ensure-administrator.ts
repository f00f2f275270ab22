/** The first administrator: there from the first start, without a password until the printed link is used. */
import { db } from '../db'
import { PLACEHOLDER_EMAIL } from './placeholder-email'
import { createSetupLink } from './setup-link'

// Two processes starting at once must not both make an administrator.
const LOCK = 4_210_387

/** A fresh set-up secret at each start as long as no administrator has a password; null afterwards. */
export async function ensureAdministrator(): Promise<{ setupSecret: string } | null> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`
    const ready = await tx.user.findFirst({
      where: { role: 'administrator', passwordHash: { not: null }, disabledAt: null },
      select: { id: true },
    })
    if (ready) return null
    const { id } = await tx.user.upsert({
      where: { email: PLACEHOLDER_EMAIL },
      create: { email: PLACEHOLDER_EMAIL, name: 'Administrator', role: 'administrator' },
      update: { disabledAt: null },
      select: { id: true },
    })
    return { setupSecret: await createSetupLink(tx, id) }
  })
}
