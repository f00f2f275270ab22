/**
 * A real OpenID Connect provider on a port of its own. At its sign-in form the login typed is the person and their e-mail
 * address; any password will do. With `unverified ` before it the address is not vouched for.
 */
import type { Server } from 'node:http'
import Provider from 'oidc-provider'

export type OpenProvider = { issuer: string; close(): Promise<void> }

export const CLIENT = { id: 'duizhao', secret: 'a secret between the two' }

export async function startOpenProvider(port: number, redirectUri: string): Promise<OpenProvider> {
  const issuer = `http://127.0.0.1:${port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({
        name: id,
        sub: `subject of ${id}`,
        email: id.replace('unverified ', ''),
        email_verified: !id.startsWith('unverified '),
      }),
    }),
    pkce: { required: () => true },
    cookies: { keys: ['only for tests'] },
  })
  const server = await new Promise<Server>((resolve) => {
    const listening = provider.listen(port, '127.0.0.1', () => resolve(listening))
  })
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
