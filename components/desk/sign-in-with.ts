import { signIn } from 'next-auth/react'

const wrong = 'That email and password do not match. Check both and try again.'
const away = 'The desk cannot be reached. Check the connection and try again.'
const failed = 'The desk could not sign you in just now. Wait a minute and try again.'

/** Signs in. Null when it worked, else a sentence that says why not. */
export const signInWith = async (email: string, password: string): Promise<string | null> => {
  try {
    const answer = await signIn('credentials', { email, password, redirect: false })
    if (answer?.ok && !answer.error) return null
    if (answer?.error === 'CredentialsSignin') return wrong
    // The server's own sentence, for example after too many attempts.
    return answer?.error?.includes(' ') ? answer.error : failed
  } catch {
    return away
  }
}
