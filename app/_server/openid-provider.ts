/** The OpenID provider of lib/auth/provider.ts in the words of next-auth: code flow with PKCE, state and nonce. */
import type { OAuthConfig } from 'next-auth/providers/oauth'
import type { ProviderSettings } from '@/lib/auth/provider'

export const PROVIDER_ID = 'openid'

export type OpenIdProfile = { sub: string; email?: string; email_verified?: boolean }

export function openIdProvider({
  issuer,
  clientId,
  clientSecret,
  label,
}: ProviderSettings): OAuthConfig<OpenIdProfile> {
  return {
    id: PROVIDER_ID,
    name: label,
    type: 'oauth',
    issuer,
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email profile' } },
    // Many providers say the e-mail address only here. The client refuses an answer about another subject than the token's.
    userinfo: {
      async request({ client, tokens }) {
        const said = await client.userinfo(tokens as Parameters<typeof client.userinfo>[0])
        return { ...said }
      },
    },
    // Who this is among us is decided in the callback signIn, which knows who is signed in already.
    profile: ({ sub }) => ({ id: sub, sessionVersion: 0 }),
  }
}
