/** The shapes of what people type about themselves; the forms use them too. */
import { z } from 'zod'
import { readsAsFormer } from './former-member'
import { LOCALES } from './locales'

export const EmailInput = z.string().trim().toLowerCase().max(200).pipe(z.email())
/** No control characters: PostgreSQL cannot keep a NUL, and the others have no place in a name. */
export const PlainLine = z
  .string()
  .trim()
  .min(1)
  .regex(/^\P{Cc}*$/u)
/** Nobody calls themselves as those are called who have been forgotten. */
export const NameInput = PlainLine.max(80).refine((name) => !readsAsFormer(name))
/** What may be tried as a password. Whether it may be *chosen* is password.ts's to say. */
const PasswordInput = z.string().min(1).max(400)

/** Of the second factor, or a recovery code; empty where there is none. */
const Code = z.string().trim().max(60).default('')

export const SignInInput = z.object({ email: EmailInput, password: PasswordInput, code: Code })
export type SignInInput = Omit<z.infer<typeof SignInInput>, 'code'> & { code?: string }

export const ConfirmInput = z.object({ password: PasswordInput, code: Code })
export type ConfirmInput = z.infer<typeof ConfirmInput>

export const CodeInput = z.object({ code: z.string().trim().min(1).max(60) })
export type CodeInput = z.infer<typeof CodeInput>

export const PersonInput = z.object({ userId: z.guid() })
export type PersonInput = z.infer<typeof PersonInput>

export const CompleteSetupInput = z.object({
  secret: z.string().min(20).max(100),
  name: NameInput,
  /** Only heeded where the account has none yet: the first administrator's. */
  email: EmailInput.optional(),
  password: PasswordInput,
  locale: z.enum(LOCALES),
})
export type CompleteSetupInput = z.infer<typeof CompleteSetupInput>

export const RequestResetInput = z.object({ email: EmailInput })
export type RequestResetInput = z.infer<typeof RequestResetInput>

export const ResetPasswordInput = z.object({ secret: z.string().min(20).max(100), password: PasswordInput })
export type ResetPasswordInput = z.infer<typeof ResetPasswordInput>

export const EndSessionInput = z.object({ sessionId: z.guid() })
export type EndSessionInput = z.infer<typeof EndSessionInput>

export const PartIdentityInput = z.object({ identityId: z.guid() })
export type PartIdentityInput = z.infer<typeof PartIdentityInput>

export const ChangePasswordInput = z.object({ present: PasswordInput, next: PasswordInput })
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>

export const ChangeLocaleInput = z.object({ locale: z.enum(LOCALES) })
export type ChangeLocaleInput = z.infer<typeof ChangeLocaleInput>

export const ChangeNameInput = z.object({ name: NameInput })
export type ChangeNameInput = z.infer<typeof ChangeNameInput>
