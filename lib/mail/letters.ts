/** Turns what a letter is about into its words. null when it is for nobody: no such person, or nothing left to say. */
import { z } from 'zod'
import { isLocale, type Locale } from '../auth/locales'
import { PLACEHOLDER_EMAIL } from '../auth/placeholder-email'
import { createSetupLink } from '../auth/setup-link'
import { db } from '../db'
import { layOut, type Mail } from './layout'
import { workbenchAddress } from './settings'
import { LETTERS } from './words'

export type WaitingLetter = { kind: string; to: string; data: unknown }

type Recipient = { id: string; name: string; locale: Locale; hasPassword: boolean }

export async function compose({ kind, to, data }: WaitingLetter): Promise<Mail | null> {
  const person = await findRecipient(to)
  if (!person) return null
  switch (kind) {
    case 'reset':
      return reset(to, person)
    case 'invitation':
      return invitation(to, person, Invitation.parse(data))
    case 'added':
      return added(to, person, Added.parse(data))
    case 'notices':
      return notices(to, Notices.parse(data))
    default:
      throw new Error(`There is no letter of kind '${kind}'.`)
  }
}

async function reset(to: string, { id, name, locale }: Recipient): Promise<Mail> {
  const secret = await createSetupLink(db, id, 'reset')
  const { subject, body, link, footer } = LETTERS[locale].reset
  return layOut(to, {
    subject,
    lang: locale,
    paragraphs: body(name).split('\n\n'),
    link: { label: link, url: `${workbenchAddress()}/reset/${secret}` },
    footer: `${footer}\n${LETTERS[locale].footer}`,
  })
}

const Invitation = z.object({ by: z.string(), project: z.string(), locale: z.string() })

/** In the language of who invites: what the newcomer reads is not known yet. */
async function invitation(to: string, person: Recipient, { by, project, locale }: z.infer<typeof Invitation>) {
  if (person.hasPassword) return null
  const lang = isLocale(locale) ? locale : 'en'
  const secret = await createSetupLink(db, person.id)
  const { subject, body, link, footer } = LETTERS[lang].invitation
  return layOut(to, {
    subject: subject(project),
    lang,
    paragraphs: body(person.name, by, project).split('\n\n'),
    link: { label: link, url: `${workbenchAddress()}/set-up/${secret}` },
    footer: `${footer}\n${LETTERS[lang].footer}`,
  })
}

const Added = z.object({ by: z.string(), project: z.string(), projectId: z.string() })

async function added(to: string, { name, locale }: Recipient, { by, project, projectId }: z.infer<typeof Added>) {
  const { subject, body, link } = LETTERS[locale].added
  return layOut(to, {
    subject: subject(project),
    lang: locale,
    paragraphs: body(name, by, project).split('\n\n'),
    link: { label: link, url: `${workbenchAddress()}/projects/${projectId}` },
    footer: LETTERS[locale].footer,
  })
}

const Notices = z.object({
  subject: z.string(),
  lang: z.string(),
  paragraphs: z.array(z.string()),
  link: z.object({ label: z.string(), url: z.string() }),
  footer: z.string(),
})

/** These hold no secret and come with their words (lib/notice/mail-notices.ts). */
function notices(to: string, { footer, ...words }: z.infer<typeof Notices>): Mail {
  const lang = isLocale(words.lang) ? words.lang : 'en'
  return layOut(to, { ...words, footer: `${footer}\n${LETTERS[lang].footer}` })
}

async function findRecipient(email: string): Promise<Recipient | null> {
  if (email === PLACEHOLDER_EMAIL) return null
  const user = await db.user.findFirst({
    where: { email, disabledAt: null },
    select: { id: true, name: true, locale: true, passwordHash: true },
  })
  if (!user) return null
  const { id, name, locale, passwordHash } = user
  return { id, name, locale: isLocale(locale) ? locale : 'en', hasPassword: passwordHash !== null }
}
