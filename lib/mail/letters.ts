/** Turns what a letter is about into its words. null when it is for nobody: no such person, or nothing left to say. */
import { z } from 'zod'
import { sayName } from '../auth/former-member'
import { newSecret, OPEN } from '../auth/invitation'
import { isLocale, type Locale } from '../auth/locales'
import { PLACEHOLDER_EMAIL } from '../auth/placeholder-email'
import { createSetupLink } from '../auth/setup-link'
import { db } from '../db'
import { layOut, type Mail } from './layout'
import { workbenchAddress } from './settings'
import { LETTERS } from './words'

export type WaitingLetter = { kind: string; to: string; data: unknown }

type Recipient = { id: string; name: string; locale: Locale }

export async function compose({ kind, to, data }: WaitingLetter): Promise<Mail | null> {
  // Whoever is invited need not be known here.
  if (kind === 'invitation') return invitation(to, Invitation.parse(data))
  const person = await findRecipient(to)
  if (!person) return null
  switch (kind) {
    case 'reset':
      return reset(to, person)
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

const Invitation = z.object({ invitationId: z.string() })

/** The same for those who have an account here and those who have not; only the language is theirs where it is known. */
async function invitation(to: string, { invitationId }: z.infer<typeof Invitation>): Promise<Mail | null> {
  const { secret, ...sealed } = newSecret()
  const [open] = await db.invitation.updateManyAndReturn({
    where: { id: invitationId, email: to, ...OPEN },
    data: sealed,
    select: {
      ...{ name: true, project: { select: { name: true } } },
      invitedBy: { select: { user: { select: { name: true, locale: true } } } },
    },
  })
  if (!open) return null
  const { name: by, locale } = open.invitedBy.user
  const spoken = (await findRecipient(to))?.locale ?? locale
  const lang = isLocale(spoken) ? spoken : 'en'
  const { subject, body, link, footer } = LETTERS[lang].invitation
  return layOut(to, {
    subject: subject(open.project.name),
    lang,
    paragraphs: body(open.name, sayName(by, lang), open.project.name).split('\n\n'),
    link: { label: link, url: `${workbenchAddress()}/invitation/${secret}` },
    footer: `${footer}\n${LETTERS[lang].footer}`,
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
    select: { id: true, name: true, locale: true },
  })
  if (!user) return null
  const { id, name, locale } = user
  return { id, name, locale: isLocale(locale) ? locale : 'en' }
}
