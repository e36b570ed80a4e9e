import { useState } from 'react'
import type { RecordId } from '../../shared/data/record.ts'
import { type RereadPreview, type RereadRow, type RereadScope, rereadScopes } from '../../shared/data/rereading.ts'
import { useApp } from '../ui/context.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Choice } from '../ui/controls/Choice.tsx'
import { ask } from '../ui/data.ts'
import { Dialog } from '../ui/dialogs/Dialog.tsx'
import { useWork } from '../ui/dialogs/useWork.ts'
import { Failed, WorkMeter } from '../ui/dialogs/WorkDialog.tsx'
import { useWords } from '../words/index.ts'
import { ChangeRow } from './ChangeRow.tsx'
import { Problems, Told } from './parts.tsx'

/** So many are listed; all are taken when all are asked for. */
const mostRows = 500

function Sums({ preview }: { readonly preview: RereadPreview }) {
  const words = useWords().care.reread
  const { records, looked, cells, fields, kept, placesOnly, unread } = preview
  const others = words.others(placesOnly, unread)
  return (
    <div role="status">
      <p>
        <b>{records === 0 ? words.none : words.sum(records, looked)}</b>
      </p>
      <p>{records === 0 ? words.nothing(looked) : words.parts(cells, fields, kept)}</p>
      {others ? <p className="sub">{others}</p> : null}
    </div>
  )
}

/** 重读全部原件: choose which, look what would change, take all or some of it. */
export function RereadDialog({ onClose }: { readonly onClose: () => void }) {
  const all = useWords().care
  const words = all.reread
  const { state, toast } = useApp()
  const [scope, setScope] = useState<RereadScope>('older')
  const [rows, setRows] = useState<readonly RereadRow[]>([])
  const [chosen, setChosen] = useState<ReadonlySet<RecordId>>(new Set())
  const look = useWork('reread', 'reread.preview')
  const take = useWork('take', 'reread.take')
  const busy = look.stage.kind === 'busy' ? look : take.stage.kind === 'busy' ? take : null
  const preview = look.stage.kind === 'done' ? look.stage.value : null
  const stopping = busy?.stage.kind === 'busy' && busy.stage.stopping
  const begin = async () => {
    setRows([])
    setChosen(new Set())
    if (!(await look.run({ scope }))) return
    const page = await ask('reread.list', { offset: 0, limit: mostRows })
    if (page.ok) setRows(page.value)
  }
  const put = async (records: readonly RecordId[] | null) => {
    const taken = await take.run({ records: records === null ? null : [...records] })
    if (!taken) return
    toast({ kind: 'done', text: words.done(taken.taken, taken.kept) })
    if (taken.problems.length === 0 && (records === null || records.length === rows.length)) return onClose()
    await begin()
  }
  const takeable = preview ? preview.records + preview.placesOnly : 0
  const allowed = state.archive.writable && takeable > 0
  return (
    <Dialog
      title={words.title}
      width={preview && rows.length > 0 ? 860 : 620}
      onClose={busy ? busy.stop : onClose}
      actions={
        busy ? (
          <Button disabled={stopping} onPress={busy.stop}>
            {all.stop}
          </Button>
        ) : (
          <>
            <Button kind={preview && !allowed ? 'main' : 'plain'} onPress={onClose}>
              {all.close}
            </Button>
            {preview ? null : (
              <Button kind="main" onPress={() => void begin()}>
                {words.begin}
              </Button>
            )}
            {allowed && chosen.size > 0 ? (
              <Button onPress={() => void put([...chosen])}>{words.take(chosen.size)}</Button>
            ) : null}
            {allowed ? (
              <Button kind="main" onPress={() => void put(null)}>
                {words.takeAll(takeable)}
              </Button>
            ) : null}
          </>
        )
      }
    >
      <div className="work-steps">
        {look.stage.kind === 'ready' || look.stage.kind === 'failed' ? (
          <>
            <p>{words.why}</p>
            <Choice
              label={words.scope}
              value={scope}
              onChange={setScope}
              options={rereadScopes.map(value => ({ value, label: words.scopes[value] }))}
            />
          </>
        ) : null}
        {look.stage.kind === 'failed' ? <Failed problem={look.stage.problem} /> : null}
        {take.stage.kind === 'failed' ? <Failed problem={take.stage.problem} /> : null}
        {busy?.stage.kind === 'busy' ? (
          <WorkMeter
            label={<Told label={busy === look ? words.busy : words.taking} busy={busy.stage} />}
            title={words.title}
            busy={busy.stage}
          />
        ) : null}
        {preview && !busy ? <Sums preview={preview} /> : null}
        {take.stage.kind === 'done' && !busy ? <Problems why="" problems={take.stage.value.problems} /> : null}
        {rows.length > 0 && !busy ? (
          <ul className="rows" aria-label={words.list}>
            {rows.map(row => (
              <ChangeRow
                key={row.id}
                row={row}
                chosen={chosen.has(row.id)}
                onChoose={on => setChosen(old => new Set(on ? [...old, row.id] : [...old].filter(id => id !== row.id)))}
              />
            ))}
          </ul>
        ) : null}
      </div>
    </Dialog>
  )
}
