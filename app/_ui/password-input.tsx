'use client'
import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { IconButton } from './button'
import { Input } from './field'
import { useTexts } from './texts/texts-provider'

/** A password, hidden until one asks to see what was typed. */
export function PasswordInput(props: ComponentProps<typeof Input>) {
  const t = useTexts()
  const [shown, setShown] = useState(false)
  return (
    <div className="relative">
      <Input {...props} type={shown ? 'text' : 'password'} className="pr-11" spellCheck={false} autoCapitalize="none" />
      <IconButton
        label={t(shown ? 'auth.hidePassword' : 'auth.showPassword')}
        className="absolute top-0.5 right-0.5"
        onClick={() => setShown(!shown)}
      >
        {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </IconButton>
    </div>
  )
}
