import { Shape, type ShapeName } from '../../ui/controls/Status.tsx'
import { useLanguage } from '../../words/index.ts'
import { useActions, useDesk } from '../state/context.ts'
import { type Line, severityOf } from '../state/lines.ts'
import { lineText } from './lineText.ts'

const shapes = { error: 'error', warning: 'doubt', hint: 'hint' } as const

export function shapeOf(line: Line): ShapeName {
  return line.settled ? 'reviewed' : shapes[severityOf(line)]
}

/** A line that is not open: where, what, and its word. A click goes to its cells. */
export function FindingLine({ line }: { readonly line: Line }) {
  const report = useDesk(desk => desk.current.report)
  const actions = useActions()
  const text = lineText(line, report, useLanguage())
  return (
    <li className={line.settled ? 'set' : severityOf(line)}>
      <button type="button" className="bare" onClick={() => actions.openLine(line)}>
        <Shape name={shapeOf(line)} />
        <span className="wh">{text.where}</span>
        <span className="wt" title={text.what}>
          {text.what}
        </span>
        <span className="rs">{text.word}</span>
      </button>
    </li>
  )
}
