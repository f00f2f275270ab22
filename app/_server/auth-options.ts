/**
 * The session: a signed cookie that names a person, the version of their sessions, and this one. Both are compared with the
 * database at every request: raising the version (a new password, "sign out everywhere", a disabled person) ends them all.
 */
import { getServerSession, type NextAuthOptions, type User } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import type { Actor } from '@/lib/auth/actor'
import { findActor } from '@/lib/auth/find-actor'
import { SignInInput } from '@/lib/auth/input'
import type { Locale } from '@/lib/auth/locales'
import { ownPath } from '@/lib/auth/own-path'
import { type ProviderSettings, providerSettings } from '@/lib/auth/provider'
import { closeSession, openSession, SESSION_DAYS } from '@/lib/auth/sessions'
import { signIn } from '@/lib/auth/sign-in'
import { signInByProvider } from '@/lib/auth/sign-in-by-provider'
import { AppError } from '@/lib/errors'
import { currentCaller } from './caller'
import { log } from './log'
import { type OpenIdProfile, openIdProvider } from './openid-provider'

declare module 'next-auth' {
  interface Session {
    /** null once the session was ended from elsewhere. */
    holder: { actor: Actor; locale: Locale } | null
  }
  interface User {
    sessionVersion: number
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sessionVersion?: number
    sessionId?: string
  }
}

const DAY = 24 * 60 * 60

const provider = providerSettings()

export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: SESSION_DAYS * DAY },
  pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/account' },
  providers: [
    Credentials({
      credentials: { email: {}, password: {}, code: {} },
      async authorize(typed) {
        const input = SignInInput.safeParse(typed)
        if (!input.success) return null
        const person = await signIn(input.data, (await currentCaller()).address).catch(sayProblem)
        return person && { id: person.userId, sessionVersion: person.sessionVersion }
      },
    }),
    ...(provider ? [openIdProvider(provider)] : []),
  ],
  // Its own logger writes out whole what went wrong, and that may hold what the provider sent.
  logger: {
    error(code, said) {
      const { message } = said instanceof Error ? said : said.error
      log.error({ problem: code, message }, 'sign-in')
    },
    warn(code) {
      log.warn({ problem: code }, 'sign-in')
    },
  },
  events: {
    async signOut({ token }) {
      if (token?.sessionId) await closeSession(token.sessionId)
    },
  },
  callbacks: {
    async signIn({ user, account, profile }) {
      if (account?.type !== 'oauth' || !provider) return true
      try {
        await recognize(user, provider, profile as OpenIdProfile)
        return true
      } catch (error) {
        if (error instanceof AppError) return `/sign-in?problem=${error.problem}`
        throw error
      }
    },
    async jwt({ token, user }) {
      if (!user) return token
      return {
        sub: user.id,
        sessionVersion: user.sessionVersion,
        sessionId: await openSession(user.id, await currentCaller()),
      }
    },
    async session({ session, token: { sub: userId, sessionVersion = 0, sessionId } }) {
      const holder = userId ? await findActor({ userId, sessionVersion, sessionId }, await currentCaller()) : null
      return { expires: session.expires, holder }
    },
    redirect({ url, baseUrl }) {
      return baseUrl + ownPath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url)
    },
  },
}

/** Makes `user` the person of ours whom the provider's identity stands for; whoever is signed in already is joined to it. */
async function recognize(user: User, { issuer, linkByEmail }: ProviderSettings, profile: OpenIdProfile) {
  const holder = (await getServerSession(authOptions))?.holder?.actor
  const claims = { issuer, subject: profile.sub, email: profile.email, emailVerified: profile.email_verified }
  const person = await signInByProvider(claims, {
    linkByEmail,
    holderId: holder?.userId,
    sessionId: holder?.sessionId,
  })
  if (holder?.sessionId) await closeSession(holder.sessionId)
  user.id = person.userId
  user.sessionVersion = person.sessionVersion
}

/** next-auth hands an Error's message on to the sign-in page, which shows it as a problem. */
function sayProblem(error: unknown): never {
  if (error instanceof AppError) throw new Error(error.problem)
  throw error
}
