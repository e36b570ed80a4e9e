import { changeWords, verbOn, verbSaysAll } from '../../shared/words/changes.ts'
import { Shape } from '../ui/controls/Status.tsx'
import { useLanguage, useWords } from '../words/index.ts'
import { FromTo } from './detail/FromTo.tsx'
import { changeLook } from './journal/changeLook.ts'
import { kindShapes } from './journal/kindShapes.ts'
import { batchStates, type Line, type Revised } from './journal/lines.ts'

/** One line of the timeline: its shape, who did what, and why. */
export function Event({ line }: { readonly line: Line }) {
  const words = useWords().history
  switch (line.kind) {
    case 'revise':
      return <RevisedEvent entry={line.entry} />
    case 'verify': {
      const { event, who } = line.entry
      const whole = event.damaged === 0
      return (
        <>
          <span className={whole ? 'dot jade' : 'dot zhu'}>
            <Shape name={whole ? 'reviewed' : 'error'} />
          </span>
          <div>
            <p>
              <b>{whole ? words.whole : words.damaged(event.damaged)}</b>{' '}
              {words.verifyText(event.sources, event.records)}
            </p>
            <p className="det">
              {event.round
                ? words.round(new Date(event.round.begunAt), new Date(line.entry.at))
                : [words.took(event.milliseconds), words.verifier(who)].join(words.and)}
            </p>
          </div>
        </>
      )
    }
    case 'inspect': {
      const { event, who } = line.entry
      const bad = event.failed + event.unopened
      return (
        <>
          <span className={bad === 0 ? 'dot jade' : 'dot amber'}>
            <Shape name={bad === 0 ? 'reviewed' : 'doubt'} />
          </span>
          <div>
            <p>
              {event.cause === 'asked' ? <b>{who}</b> : null} <b>{words.kinds.inspect}</b>{' '}
              {words.inspected(event.records + event.unopened, bad)}
            </p>
            <p className="det">{words.inspectedBecause[event.cause]}</p>
          </div>
        </>
      )
    }
    case 'export': {
      const { event, who } = line.entry
      return (
        <>
          <span className="dot">
            <Shape name={kindShapes.export} />
          </span>
          <div>
            <p>
              <b>{who}</b> {words.exported(event.records, event.name)}
            </p>
            <p className="det">{words.exportedAs[event.format]}</p>
          </div>
        </>
      )
    }
    case 'care': {
      const { event, who } = line.entry
      return (
        <>
          <span className="dot">
            <Shape name={kindShapes[event.kind]} />
          </span>
          <div>
            <p>
              {event.kind === 'reread' ? <b>{who}</b> : null} <b>{words.kinds[event.kind]}</b>{' '}
              {words.report(event.name, null)}
            </p>
            <p className="det">{event.kind === 'reread' ? words.reread(event.disagreements) : words.repaired(event)}</p>
          </div>
        </>
      )
    }
    case 'migrate':
      return (
        <>
          <span className="dot">
            <Shape name={kindShapes.migrate} />
          </span>
          <div>
            <p>
              <b>{words.kinds.migrate}</b> {words.migrated(line.records)}
            </p>
            <p className="det">{words.migratedWhy}</p>
          </div>
        </>
      )
    case 'batch': {
      const [only] = line.files
      const single = line.files.length === 1 ? only : undefined
      return (
        <>
          <span className="dot">
            <Shape name={kindShapes[line.files.every(({ event }) => event.kind === 'refuse') ? 'refuse' : 'ingest']} />
          </span>
          <div>
            <p>
              <b>{words.ingested}</b> {words.batch(line.files.length, batchStates(line.files))}
            </p>
            <p className="det">{single ? single.event.fileName : line.entry.who}</p>
          </div>
        </>
      )
    }
  }
}

function RevisedEvent({ entry }: { readonly entry: Revised }) {
  const language = useLanguage()
  const words = useWords().history
  const { change, act, name, year, why } = entry.event
  const look = changeLook(change)
  const text = changeWords(change, language)
  const undone = act === 'undo'
  const saysItself = act === 'edit' && verbSaysAll(change)
  // “改机关” names the field.
  const where = act === 'edit' && change.kind === 'field' ? '' : text.where
  return (
    <>
      <span className={`dot ${undone ? 'plain' : look.tone}`}>
        <Shape name={undone ? 'pending' : look.shape} />
      </span>
      <div>
        <p>
          <b>{entry.who}</b> {verbOn(change, act, language)} {words.report(name, year)}
          {where ? `${words.and}${where}` : ''}
          {saysItself ? null : <FromTo before={text.before} after={text.after} />}
        </p>
        <p className="det">{why ? words.quote(why) : undone ? words.reverses : words.noWhy}</p>
      </div>
    </>
  )
}
