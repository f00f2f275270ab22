/** Signs in through next-auth and says what came of it. */
import { signIn } from 'next-auth/react'
import type { TextKey } from './texts/dictionaries'

/** null when signed in, else what to tell the person. */
export async function signInHere(email: string, password: string, code = ''): Promise<TextKey | null> {
  const answer = await signIn('credentials', { email, password, code, redirect: false }).catch(() => null)
  if (!answer) return 'problems.offline'
  for (const problem of ['too-many-tries', 'code-needed', 'wrong-code'] as const)
    if (answer.error === problem) return `problems.${problem}`
  if (answer.error === 'CredentialsSignin') return 'auth.wrongCredentials'
  return answer.error ? 'problems.unexpected' : null
}
