import { type ReactNode, useEffect, useState } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextField } from 'react-aria-components/TextField'
import type { Input as CallInput } from '../../shared/api.ts'
import { keysOf } from '../../shared/commands.ts'
import { languages, type Settings as Saved, themes } from '../../shared/data/settings.ts'
import { type Message, messageText } from '../../shared/messages/index.ts'
import { useApp } from '../ui/context.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Choice } from '../ui/controls/Choice.tsx'
import { Status } from '../ui/controls/Status.tsx'
import { ask } from '../ui/data.ts'
import { SaveFailure } from '../ui/dialogs/SaveFailure.tsx'
import { day, time } from '../ui/format.ts'
import { Frame } from '../ui/frame/Frame.tsx'
import { LastBackup } from '../ui/frame/LastBackup.tsx'
import { proofOf } from '../ui/frame/proof.ts'
import { useLanguage, useWords } from '../words/index.ts'
import { DiagnosisDialog } from './Diagnosis.tsx'
import './settings.css'

type Wanted = CallInput<'app.saveSettings'>

function useSaving() {
  const words = useWords().settings
  const { setState, toast } = useApp()
  const [failed, setFailed] = useState<{ readonly problem: Message; readonly wanted: Wanted } | null>(null)
  const save = async (wanted: Wanted) => {
    const answer = await ask('app.saveSettings', wanted)
    if (!answer.ok) return setFailed({ problem: answer.problem, wanted })
    setFailed(null)
    setState(answer.value)
    if (wanted.who !== undefined) toast({ kind: 'done', text: words.nowSigned(answer.value.who) })
  }
  return { failed, save, close: () => setFailed(null) }
}

/** 设置: the person, the language, the theme; where the archive is and how it stands. */
export function Settings() {
  const words = useWords()
  const { state, showKeys } = useApp()
  const { failed, save, close } = useSaving()
  const [diagnosing, setDiagnosing] = useState(false)
  return (
    <Frame title={words.settings.title} hints={[]}>
      <div className="work settings" data-zone="settings">
        <div className="column">
          <Section title={words.settings.person} why={words.settings.personWhy}>
            <Name settings={state.settings} onSave={who => void save({ who })} />
          </Section>
          <Section title={words.settings.language}>
            <Choice
              label={words.settings.language}
              disabled={!state.archive.writable}
              value={state.settings.language}
              onChange={language => void save({ language })}
              options={languages.map(value => ({ value, label: words.settings.languages[value] }))}
            />
          </Section>
          <Section title={words.settings.theme} why={words.settings.themeWhy}>
            <Choice
              label={words.settings.theme}
              disabled={!state.archive.writable}
              value={state.settings.theme}
              onChange={theme => void save({ theme })}
              options={themes.map(value => ({ value, label: words.settings.themes[value] }))}
            />
          </Section>
          <Section title={words.settings.archive}>
            <ArchiveFacts />
          </Section>
          <Section title={words.settings.about}>
            <dl className="kv">
              <dt>{words.settings.version}</dt>
              <dd>
                {words.common.name} {state.version}
              </dd>
            </dl>
            <p className="sub">{words.settings.offline}</p>
            <div className="acts">
              <Button keys={keysOf('help.keys')} onPress={showKeys}>
                {words.settings.keys}
              </Button>
              <Button onPress={() => setDiagnosing(true)}>{words.settings.diagnosis.open}</Button>
            </div>
          </Section>
        </div>
      </div>
      {failed ? (
        <SaveFailure problem={failed.problem} onRetry={() => void save(failed.wanted)} onLater={close} />
      ) : null}
      {diagnosing ? <DiagnosisDialog onClose={() => setDiagnosing(false)} /> : null}
    </Frame>
  )
}

function Section(props: { readonly title: string; readonly why?: string; readonly children: ReactNode }) {
  return (
    <section aria-label={props.title}>
      <h2 className="song">{props.title}</h2>
      <div>
        {props.children}
        {props.why ? <p className="sub">{props.why}</p> : null}
      </div>
    </section>
  )
}

function Name({ settings, onSave }: { readonly settings: Saved; readonly onSave: (who: string) => void }) {
  const words = useWords().settings
  const { state } = useApp()
  const [who, setWho] = useState(settings.who)
  useEffect(() => setWho(settings.who), [settings.who])
  return (
    <form
      className="name"
      onSubmit={event => {
        event.preventDefault()
        onSave(who.trim())
      }}
    >
      <TextField
        className="field"
        aria-label={words.person}
        isDisabled={!state.archive.writable}
        value={who}
        maxLength={60}
        onChange={setWho}
      >
        <Input placeholder={settings.who === '' ? words.systemName(state.who) : ''} />
      </TextField>
      <Button disabled={who.trim() === settings.who} onPress={() => onSave(who.trim())}>
        {words.save}
      </Button>
    </form>
  )
}

/** When the archive was last proved whole: by one verification or by a quiet round, and how far the next one is. */
function Fixity() {
  const words = useWords().settings
  const { archive } = useApp().state
  const { quiet, index } = archive
  const proof = proofOf(archive, new Date())
  const when = (at: Date) => `${day(at)} ${time(at)}`
  const told = () => {
    switch (proof.kind) {
      case 'never':
        return <Status shape="pending">{words.never}</Status>
      case 'damaged':
        return (
          <Status shape="error" tone="zhu">
            {words.quietDamaged(proof.count)}
          </Status>
        )
      case 'damagedAt':
        return (
          <Status shape="error" tone="zhu">
            {words.damagedAt(when(proof.at))}
          </Status>
        )
      case 'whole':
      case 'between':
        return (
          <Status shape={proof.late ? 'doubt' : 'reviewed'} tone={proof.late ? 'amber' : 'jade'}>
            {proof.kind === 'whole'
              ? words.wholeAt(when(proof.at))
              : words.wholeBetween(day(proof.since), day(proof.at))}
            {proof.late ? words.late : ''}
          </Status>
        )
    }
  }
  return (
    <>
      {told()}
      {index ? (
        <p className={index.agreement.differing > 0 && !index.agreement.repaired ? 'amber' : 'sub'}>
          {words.index(day(new Date(index.at)), index.agreement)}
        </p>
      ) : null}
      <p className="sub">{quiet ? words.quiet(day(new Date(quiet.begunAt)), quiet.done, quiet.of) : words.quietWhy}</p>
    </>
  )
}

function ArchiveFacts() {
  const words = useWords().settings
  const language = useLanguage()
  const exchangeWords = useWords().exchange
  const care = useWords().care
  const { state, go, exchange, showCare } = useApp()
  const { archive } = state
  return (
    <>
      <dl className="kv">
        <dt>{words.folder}</dt>
        <dd className="path">{archive.folder}</dd>
        <dt>{words.records}</dt>
        <dd>{words.recordCount(archive.records)}</dd>
        <dt>{words.lock}</dt>
        <dd>
          {archive.writable ? (
            <Status shape="reviewed" tone="jade">
              {words.writable}
            </Status>
          ) : (
            <Status shape="doubt" tone="amber">
              {words.readOnly}
            </Status>
          )}
          {archive.why ? <p className="sub">{messageText(archive.why, language)}</p> : null}
        </dd>
        <dt>{words.fixity}</dt>
        <dd>
          <Fixity />
        </dd>
        <dt>{care.backup.last}</dt>
        <dd>
          <LastBackup />
        </dd>
      </dl>
      <div className="acts">
        <Button onPress={() => showCare('backup')}>{words.backup}</Button>
        <Button onPress={() => showCare('restore')}>{words.restore}</Button>
        <Button onPress={() => showCare('reread')}>{words.reread}</Button>
        <Button keys={keysOf('place.history')} onPress={() => go({ name: 'history', record: null })}>
          {words.toHistory}
        </Button>
        <Button keys={keysOf('archive.export')} onPress={() => exchange('export', null)}>
          {exchangeWords.openExport}
        </Button>
        <Button keys={keysOf('archive.inspect')} onPress={() => exchange('inspect', null)}>
          {exchangeWords.openInspect}
        </Button>
      </div>
    </>
  )
}
