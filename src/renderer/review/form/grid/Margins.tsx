import type { JudgedSum } from '../../../../shared/current/judgedSums.ts'
import { figure, signed } from '../../../../shared/words/cells.ts'
import { useLanguage } from '../../../words/index.ts'
import { useDesk } from '../../state/context.ts'
import { useReviewWords } from '../../words/index.ts'

function useSum(table: 'requests' | 'proceedings', rule: JudgedSum['rule'], place: string): JudgedSum | undefined {
  const all = useDesk(desk => desk.judged.get(table))
  return all?.find(sum => sum.rule === rule && sum.place === place)
}

/** A sum as a pencil note: `315 ＝` or `59 差 −5`. `brief` leaves the sum out where only the difference fits. */
function Sum({ sum, brief = false }: { readonly sum: JudgedSum; readonly brief?: boolean }) {
  const words = useReviewWords().sums
  const language = useLanguage()
  const { computed, printed, agrees } = sum
  const spoken = agrees ? words.agrees(figure(computed)) : words.differs(figure(computed), figure(printed))
  return (
    <>
      <span aria-hidden="true">{agrees || !brief ? figure(computed) : ''}</span>
      {agrees ? (
        <i className="eq" aria-hidden="true">
          ＝
        </i>
      ) : (
        <em aria-hidden="true">
          {words.difference} {signed(computed - printed, language)}
        </em>
      )}
      <span className="hidden-words">{spoken}</span>
    </>
  )
}

const tone = (sum: JudgedSum | undefined) => (sum && !sum.agrees ? (sum.out ? ' sicm' : ' bad') : '')

/** Right of a row of table 三: its six columns against 总计. */
export function RowSum({ row, place }: { readonly row: string; readonly place: number }) {
  const sum = useSum('requests', 'E1', row)
  return (
    <td className={`mg${tone(sum)}`} aria-colindex={place}>
      {sum ? <Sum sum={sum} /> : null}
    </td>
  )
}

function ColumnSum(props: { readonly rule: 'E2' | 'E3'; readonly column: string; readonly place: number }) {
  const sum = useSum('requests', props.rule, props.column)
  return (
    <td className={`ms${tone(sum)}`} aria-colindex={props.place}>
      {sum ? <Sum sum={sum} brief /> : null}
    </td>
  )
}

/** Under the columns of table 三: （一）…（六） against （七）, and 一 + 二 against （七） + 四. */
export function ColumnSums({ rule, columns, index }: { rule: 'E2' | 'E3'; columns: readonly string[]; index: number }) {
  const words = useReviewWords().sums
  return (
    <tr className="mgr" aria-rowindex={index}>
      <th colSpan={3} scope="row" aria-colindex={1}>
        {rule === 'E2' ? words.results : words.balance}
      </th>
      {columns.map((column, place) => (
        <ColumnSum key={column} rule={rule} column={column} place={4 + place} />
      ))}
      <td className="mg" aria-colindex={11} />
    </tr>
  )
}

function OutcomeSum({ row, place }: { readonly row: string; readonly place: number }) {
  const sum = useSum('proceedings', 'E4', row)
  const words = useReviewWords().sums
  return (
    <td className={`ms${tone(sum)}`} colSpan={5} aria-colindex={place}>
      {sum ? (
        <>
          <span className="say">{words.fourHead}</span>
          <Sum sum={sum} />
        </>
      ) : null}
    </td>
  )
}

/** Under the three groups of table 四: four outcomes against 总计. */
export function OutcomeSums({ rows, index }: { readonly rows: readonly string[]; readonly index: number }) {
  return (
    <tr className="mgr" aria-rowindex={index}>
      {rows.map((row, place) => (
        <OutcomeSum key={row} row={row} place={1 + place * 5} />
      ))}
    </tr>
  )
}
