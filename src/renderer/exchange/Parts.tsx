import { Radio } from 'antd'
import { useWords } from '../words/index.ts'
import type { Scope } from './scopes.ts'

type ScopeChoiceProps = {
  readonly scopes: readonly Scope[]
  readonly value: Scope['key'] | undefined
  readonly onChange: (key: Scope['key']) => void
}

export function ScopeChoice({ scopes, value, onChange }: ScopeChoiceProps) {
  const words = useWords().exchange
  return (
    <Radio.Group
      className="choice"
      aria-label={words.which}
      value={value}
      onChange={event => {
        const scope = scopes.find(item => item.key === event.target.value)
        if (scope) onChange(scope.key)
      }}
      options={scopes.map(({ key, label }) => ({ value: key, label }))}
    />
  )
}
