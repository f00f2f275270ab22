/** The OpenID Connect provider people may sign in with: from the environment, none unless it is whole. */

export type ProviderSettings = {
  issuer: string
  clientId: string
  clientSecret: string
  /** What people know it by: the words on the button. */
  label: string
  /** Whether an account is joined to who first comes with its e-mail address, where the provider says it is verified. */
  linkByEmail: boolean
}

export function providerSettings(env: NodeJS.ProcessEnv = process.env): ProviderSettings | null {
  const issuer = env.DUIZHAO_OIDC_ISSUER?.replace(/\/+$/, '')
  const clientId = env.DUIZHAO_OIDC_CLIENT_ID
  const clientSecret = env.DUIZHAO_OIDC_CLIENT_SECRET
  if (!issuer || !clientId || !clientSecret || !URL.canParse(issuer)) return null
  return {
    issuer,
    clientId,
    clientSecret,
    label: env.DUIZHAO_OIDC_LABEL || new URL(issuer).hostname,
    linkByEmail: env.DUIZHAO_OIDC_LINK === 'verified-email',
  }
}
