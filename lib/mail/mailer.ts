/** The connection to the mail server, and the round that empties the outbox through it. */
import { createTransport } from 'nodemailer'
import { deliverDue, forgetOldLetters, type Send } from './deliver'
import { type MailSettings, mailSettings } from './settings'

const ROUND_MS = 3_000
const FORGET_EVERY = 1_000
const PATIENCE_MS = 20_000

export type Mailer = { send: Send; close: () => void }

export function openMailer({ url, from }: MailSettings): Mailer {
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 2,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    },
    { from, headers: { 'Auto-Submitted': 'auto-generated' } },
  )
  return { send: (mail) => transport.sendMail(mail), close: () => transport.close() }
}

/** Sends in rounds until stopped; does nothing where no mail server is named. */
export function startMailing(onTrouble: (error: unknown) => void): { stop(): Promise<void> } {
  const settings = mailSettings()
  if (!settings) return { stop: async () => {} }
  const mailer = openMailer(settings)
  let stopped = false
  let wake = () => {}
  const work = (async () => {
    for (let round = 0; !stopped; round++) {
      await deliverDue(mailer.send).catch(onTrouble)
      if (round % FORGET_EVERY === 0) await forgetOldLetters().catch(onTrouble)
      if (!stopped)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ROUND_MS)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
    }
  })()
  return {
    stop: async () => {
      stopped = true
      wake()
      await work
      mailer.close()
    },
  }
}
