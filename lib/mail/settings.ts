/** Whether and how this workbench sends mail, and the address its links lead to: from the environment. */

export type MailSettings = { url: string; from: string }

/** null while no mail server is named: links are then shown, to be handed over. */
export function mailSettings(env: NodeJS.ProcessEnv = process.env): MailSettings | null {
  const url = env.DUIZHAO_MAIL_URL
  if (!url) return null
  return { url, from: env.DUIZHAO_MAIL_FROM || `Duizhao 对照 <noreply@${hostOf(workbenchAddress(env))}>` }
}

export function canMail(env: NodeJS.ProcessEnv = process.env): boolean {
  return mailSettings(env) !== null
}

/** Without a slash at its end. */
export function workbenchAddress(env: NodeJS.ProcessEnv = process.env): string {
  return (env.NEXTAUTH_URL ?? 'http://localhost:3000').replace(/\/+$/, '')
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : 'localhost'
}
