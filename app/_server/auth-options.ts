/**
 * The session: a signed cookie that names a person and the version of their sessions. The version is compared with the
 * database at every request, so that raising it (a new password, "sign out everywhere", a disabled person) ends them all.
 */
import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { type Actor, findActor } from '@/lib/auth/actor'
import { SignInInput } from '@/lib/auth/input'
import type { Locale } from '@/lib/auth/locales'
import { ownPath } from '@/lib/auth/own-path'
import { signIn } from '@/lib/auth/sign-in'
import { AppError } from '@/lib/errors'

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
  }
}

const TWO_WEEKS = 14 * 24 * 60 * 60

export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: TWO_WEEKS },
  pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/account' },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      async authorize(typed, request) {
        const input = SignInInput.safeParse(typed)
        if (!input.success) return null
        const person = await signIn(input.data, addressOf(request.headers)).catch(sayProblem)
        return person && { id: person.userId, sessionVersion: person.sessionVersion }
      },
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      return user ? { sub: user.id, sessionVersion: user.sessionVersion } : token
    },
    async session({ session, token }) {
      const holder = token.sub ? await findActor(token.sub, token.sessionVersion ?? 0) : null
      return { expires: session.expires, holder }
    },
    redirect({ url, baseUrl }) {
      return baseUrl + ownPath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url)
    },
  },
}

/** next-auth hands an Error's message on to the sign-in page, which shows it as a problem. */
function sayProblem(error: unknown): never {
  if (error instanceof AppError) throw new Error(error.problem)
  throw error
}

/** The nearest hop's word. Next fills it in from the socket; a proxy in front appends what it saw. */
function addressOf(headers: Record<string, unknown> | undefined): string {
  const hops = String(headers?.['x-forwarded-for'] ?? '').split(',')
  return hops.at(-1)?.trim().slice(0, 60) || 'unknown'
}
