/** What handing over and inspecting ask alike. */
import { Choice } from '../ui/controls/Choice.tsx'
import { useWords } from '../words/index.ts'
import type { Scope } from './scopes.ts'

type ScopeChoiceProps = {
  readonly scopes: readonly Scope[]
  readonly value: Scope['key'] | undefined
  readonly onChange: (key: Scope['key']) => void
}

/** Which reports it is about. */
export function ScopeChoice({ scopes, value, onChange }: ScopeChoiceProps) {
  const words = useWords().exchange
  return (
    <Choice
      column
      label={words.which}
      value={value}
      onChange={onChange}
      options={scopes.map(({ key, label }) => ({ value: key, label }))}
    />
  )
}
