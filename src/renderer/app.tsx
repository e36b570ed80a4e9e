import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useState } from 'react'
import type { AppState } from '../shared/api.ts'
import type { Message } from '../shared/messages/index.ts'
import { ask, useEvent } from './ui/data.ts'
import { Problem } from './ui/dialogs/Problem.tsx'
import { useTheme } from './ui/styles/theme.ts'
import { Window } from './window.tsx'
import { LanguageContext } from './words/index.ts'

/** Antd makes style elements at run time; the policy allows those that carry this answer's nonce. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

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
  const theme = useTheme(state?.settings.theme ?? 'system')
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = language === 'zh' ? '开卷' : 'Kaijuan'
  }, [language])
  if (!theme) return null
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={theme}
      csp={{ nonce }}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <LanguageContext value={language}>
        {state ? <Window state={state} setState={setState} /> : null}
        {!state && problem ? <Problem problem={problem} onRetry={() => setRound(value => value + 1)} /> : null}
      </LanguageContext>
    </ConfigProvider>
  )
}
