/** Signs in through next-auth and says what came of it. */
import { signIn } from 'next-auth/react'
import type { TextKey } from './texts/dictionaries'

/** null when signed in, else what to tell the person. */
export async function signInHere(email: string, password: string): Promise<TextKey | null> {
  const answer = await signIn('credentials', { email, password, redirect: false }).catch(() => null)
  if (!answer) return 'problems.offline'
  if (answer.error === 'too-many-tries') return 'problems.too-many-tries'
  if (answer.error === 'CredentialsSignin') return 'auth.wrongCredentials'
  return answer.error ? 'problems.unexpected' : null
}
