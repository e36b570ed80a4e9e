import { useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { AppState } from '../shared/api.ts'
import type { Message } from '../shared/messages/index.ts'
import { ask, useEvent } from './ui/data.ts'
import { Problem } from './ui/dialogs/Problem.tsx'
import { useTheme } from './ui/styles/theme.ts'
import { Window } from './window.tsx'
import { LanguageContext } from './words/index.ts'

/** Language, theme and the application's state around the window. */
export function App() {
  const [state, setState] = useState<AppState | null>(null)
  const [problem, setProblem] = useState<Message | null>(null)
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the round asks again
  useEffect(() => {
    void ask('app.state', null).then(answer => {
      if (answer.ok) setState(answer.value)
      setProblem(answer.ok ? null : answer.problem)
    })
  }, [round])
  useEvent('archive.changed', setState)
  const language = state?.settings.language ?? 'zh'
  useTheme(state?.settings.theme ?? 'system')
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = language === 'zh' ? '开卷' : 'Kaijuan'
  }, [language])
  return (
    // The direction of arrow keys follows the language of the window, not that of the system.
    <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-US'}>
      <LanguageContext value={language}>
        {state ? <Window state={state} setState={setState} /> : null}
        {!state && problem ? <Problem problem={problem} onRetry={() => setRound(value => value + 1)} /> : null}
      </LanguageContext>
    </I18nProvider>
  )
}
