import { z } from 'zod'
import type { Actor } from '../auth/actor'
import { db } from '../db'
import type { ChangeNoticesInput } from './input'
import {
  DEFAULT_SETTINGS,
  MAIL_BY_DEFAULT,
  type MailByKind,
  NOTICE_KINDS,
  NOTICE_MAIL,
  type NoticeSettings,
} from './rules'

const Kept = z.partialRecord(z.enum(NOTICE_KINDS), z.enum(NOTICE_MAIL)).catch({})

/** Kinds that came later than the setting stand as by default. */
export function mailByKind(kept: unknown): MailByKind {
  return { ...MAIL_BY_DEFAULT, ...Kept.parse(kept) }
}

/** The zone the person has chosen; null until they have. */
export async function findZone(actor: Actor): Promise<string | null> {
  const { zone, chosen } = await getNoticeSettings(actor)
  return chosen ? zone : null
}

/** `chosen` is false until the person has said: the page then proposes the zone of the browser. */
export async function getNoticeSettings(actor: Actor): Promise<NoticeSettings & { chosen: boolean }> {
  const kept = await db.noticeSetting.findUnique({
    where: { userId: actor.userId },
    select: { mail: true, zone: true, hour: true },
  })
  if (!kept) return { ...DEFAULT_SETTINGS, chosen: false }
  return {
    mail: mailByKind(kept.mail),
    zone: kept.zone,
    hour: kept.hour,
    chosen: Object.keys(kept.mail as object).length > 0,
  }
}

export async function changeNoticeSettings(actor: Actor, { mail, zone, hour }: ChangeNoticesInput): Promise<void> {
  const data = { mail, zone, hour }
  await db.noticeSetting.upsert({
    where: { userId: actor.userId },
    create: { userId: actor.userId, ...data },
    update: data,
  })
}
