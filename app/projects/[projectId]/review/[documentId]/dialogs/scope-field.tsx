'use client'
/** Which rows an act on many is for, with how many they are. */
import { Field, Select } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { idsOfScope, type Scope } from '../state/many'
import { useScreen } from '../state/use-screen'

type ScopeFieldProps = { scope: Scope; scopes: readonly Scope[]; onChange: (scope: Scope) => void }

export function ScopeField({ scope, scopes, onChange }: ScopeFieldProps) {
  const t = useTexts()
  const screen = useScreen()
  return (
    <Field label={t('find.many-rows')}>
      {(parts) => (
        <Select
          {...parts}
          value={scope}
          onChange={(event) => onChange(scopes.find((one) => one === event.target.value) ?? scope)}
        >
          {scopes.map((one) => (
            <option key={one} value={one}>
              {t(`find.many-of-${one}`, { count: idsOfScope(screen, one).length })}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
