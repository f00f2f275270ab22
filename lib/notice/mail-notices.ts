/**
 * Puts notices into letters: what a person wants at once when it is a few minutes old and still unread, the rest once a day at
 * their hour. A notice is taken into one letter at most; taking it and writing the letter down are one transaction.
 */
import { sayName } from '../auth/former-member'
import { isLocale } from '../auth/locales'
import { db, Prisma, type Transaction } from '../db'
import { sendLater } from '../mail/outbox'
import { canMail, workbenchAddress } from '../mail/settings'
import { type NoticeRow, readRows } from './queries'
import { DEFAULT_SETTINGS, isDigestDue, type MailByKind, NOTICE_KINDS } from './rules'
import { mailByKind } from './settings'
import { NOTICE_LETTER } from './words'

/** Who is at their desk reads it there, and several that come together go together. */
const PAUSE_MINUTES = 2

type Person = {
  id: string
  email: string
  locale: string
  noticeSetting: { mail: unknown; zone: string; hour: number; lastDigestAt: Date | null } | null
}

/** Answers how many letters were written down. */
export async function mailNotices(now = new Date()): Promise<number> {
  if (!canMail()) return 0
  const waiting = await db.notice.findMany({
    where: { mailedAt: null },
    distinct: ['userId'],
    select: { userId: true },
  })
  let letters = 0
  for (const { userId } of waiting) if (await mailTo(userId, now)) letters += 1
  return letters
}

async function mailTo(userId: string, now: Date): Promise<boolean> {
  return db.$transaction(async (tx) => {
    // Two workers must not write the same letter: the second finds the notices taken.
    await tx.$executeRaw`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR UPDATE`
    const person = await tx.user.findFirst({
      where: { id: userId, disabledAt: null },
      select: {
        id: true,
        email: true,
        locale: true,
        noticeSetting: { select: { mail: true, zone: true, hour: true, lastDigestAt: true } },
      },
    })
    if (!person) return leaveOut(tx, userId, [...NOTICE_KINDS])
    const mail = mailByKind(person.noticeSetting?.mail)
    await leaveOut(tx, userId, kindsOf(mail, 'off'))
    const rows = await take(tx, person, mail, now)
    if (rows.length === 0) return false
    await sendLater(tx, 'notices', person.email, letterOf(person, rows))
    return true
  })
}

const kindsOf = (mail: MailByKind, how: MailByKind[keyof MailByKind]) =>
  NOTICE_KINDS.filter((kind) => mail[kind] === how)

async function leaveOut(tx: Transaction, userId: string, kinds: string[]): Promise<false> {
  await tx.notice.updateMany({
    where: { userId, mailedAt: null, OR: [{ kind: { in: kinds } }, { readAt: { not: null } }] },
    data: { mailedAt: new Date() },
  })
  return false
}

async function take(tx: Transaction, { id, noticeSetting }: Person, mail: MailByKind, now: Date): Promise<NoticeRow[]> {
  const digest = isDigestDue(noticeSetting ?? DEFAULT_SETTINGS, noticeSetting?.lastDigestAt ?? null, now)
  const ripe = new Date(now.getTime() - PAUSE_MINUTES * 60_000)
  const atOnce = { kind: { in: kindsOf(mail, 'now') }, createdAt: { lte: ripe } }
  const daily = { kind: { in: kindsOf(mail, 'daily') }, createdAt: { lte: now } }
  const taken = await tx.notice.updateManyAndReturn({
    where: { userId: id, mailedAt: null, readAt: null, OR: digest ? [atOnce, daily] : [atOnce] },
    data: { mailedAt: now },
    select: { id: true, kind: true },
  })
  if (digest && taken.some(({ kind }) => mail[kind as keyof MailByKind] === 'daily'))
    await tx.noticeSetting.upsert({
      where: { userId: id },
      create: { userId: id, lastDigestAt: now },
      update: { lastDigestAt: now },
    })
  if (taken.length === 0) return []
  // Of a project the person has left, or a document that is gone, no letter speaks.
  return readRows(tx, Prisma.sql`n."id" = ANY(${taken.map(({ id }) => id)}::bigint[])`)
}

function letterOf({ locale: chosen, noticeSetting }: Person, rows: NoticeRow[]): Prisma.InputJsonObject {
  const locale = isLocale(chosen) ? chosen : 'en'
  const { subject, line, link, footer } = NOTICE_LETTER[locale]
  const zone = noticeSetting?.zone ?? DEFAULT_SETTINGS.zone
  const clock = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone })
  const when = (date: Date) => `${clock.format(date)}${zone === 'UTC' ? ' UTC' : ''}`
  const lines = rows.map((row) =>
    line({ ...row, by: row.by && sayName(row.by, locale), whose: sayName(row.whose, locale) }, when),
  )
  return {
    subject: subject(lines.length, lines[0]),
    lang: locale,
    paragraphs: rows.map(({ words, projectName }, i) =>
      [lines[i], words.slice(0, 500), projectName].filter(Boolean).join('\n'),
    ),
    link: { label: link, url: `${workbenchAddress()}/notices` },
    footer,
  }
}
