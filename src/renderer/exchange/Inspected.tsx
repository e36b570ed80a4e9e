import {
  countResults,
  type Inspection,
  type InspectionItem,
  type InspectionReport,
  type InspectionResult,
  inspectionResults,
  natures,
} from '../../shared/data/inspection.ts'
import { messageText } from '../../shared/messages/index.ts'
import { itemWords, natureWords, resultWords } from '../../shared/words/inspection.ts'
import { Icon } from '../ui/controls/icons.tsx'
import { type ShapeName, Status, type Tone } from '../ui/controls/Status.tsx'
import { count, day, time } from '../ui/format.ts'
import { useLanguage, useWords } from '../words/index.ts'

const looks: Readonly<Record<InspectionResult, readonly [ShapeName, Tone]>> = {
  pass: ['reviewed', 'jade'],
  fail: ['error', 'zhu'],
  notApplicable: ['cancelled', 'dim'],
  notChecked: ['pending', 'amber'],
}

const failures = ({ items }: Inspection) => items.filter(item => item.result === 'fail').length

/** The result of an inspection: counts by property, then each report, those with failures first and open. */
export function Inspected({ report }: { readonly report: InspectionReport }) {
  const words = useWords().exchange
  const language = useLanguage()
  const { inspections, problems, verified, cause, who } = report
  const stamp = (at: string) => `${day(new Date(at))} ${time(new Date(at))}`
  const ordered = inspections.toSorted((a, b) => failures(b) - failures(a))
  const failed = inspections.filter(one => failures(one) > 0).length
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="inspected" aria-label={words.inspectTitle} tabIndex={0}>
      <p role="status">
        <b>{words.inspected(inspections.length, failed)}</b>
      </p>
      <p className="sub">{words.inspectedAt(stamp(report.at), who, cause === 'import')}</p>
      <p className="sub">{verified ? words.verified(stamp(verified.at), verified.whole) : words.neverVerified}</p>
      {problems.map(problem => (
        <p className="zhu" key={JSON.stringify(problem)}>
          {messageText(problem, language)}
        </p>
      ))}
      <Overview inspections={inspections} />
      {ordered.map((one, index) => (
        <details key={one.record} open={index === 0 && (inspections.length === 1 || failures(one) > 0)}>
          <summary>
            <Icon name="right" />
            {words.details(
              [one.name, one.year].filter(part => part !== null).join(' '),
              failures(one),
              one.items.length,
            )}
          </summary>
          <Items items={one.items} />
        </details>
      ))}
    </section>
  )
}

function Overview({ inspections }: { readonly inspections: readonly Inspection[] }) {
  const words = useWords().exchange
  const language = useLanguage()
  const all = inspections.flatMap(one => one.items)
  return (
    <table className="counts" aria-label={words.table}>
      <thead>
        <tr>
          <th scope="col">{words.nature}</th>
          {inspectionResults.map(result => (
            <th scope="col" key={result}>
              {resultWords[result][language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {natures.map(nature => {
          const counts = countResults(all.filter(item => item.nature === nature))
          return (
            <tr key={nature}>
              <th scope="row">{natureWords[nature][language]}</th>
              {inspectionResults.map(result => (
                <td key={result} className={counts[result] > 0 ? looks[result][1] : 'dim'}>
                  {count(counts[result])}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Items({ items }: { readonly items: readonly InspectionItem[] }) {
  const words = useWords().exchange
  const language = useLanguage()
  return (
    <table className="items">
      <thead>
        <tr>
          <th scope="col">{words.nature}</th>
          <th scope="col">{words.item}</th>
          <th scope="col">{words.result}</th>
          <th scope="col">{words.found}</th>
          <th scope="col">{words.provedAt}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ key, nature, result, detail, at }, index) => {
          const [shape, tone] = looks[result]
          const about = itemWords[key]
          const first = items[index - 1]?.nature !== nature
          return (
            <tr key={key} className={first ? 'first' : ''}>
              <td>{first ? natureWords[nature][language] : ''}</td>
              <td title={`${about.method[language]}\n${about.basis[language]}`}>{about.name[language]}</td>
              <td>
                <Status shape={shape} tone={tone}>
                  {resultWords[result][language]}
                </Status>
              </td>
              <td>{detail[language]}</td>
              <td className="when">{at ? `${day(new Date(at))} ${time(new Date(at))}` : ''}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
