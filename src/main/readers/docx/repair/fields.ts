import { equationText } from '../../common/equationField.ts'
import { child, childrenNamed, element, integer, textOf, type XmlElement, type XmlNode } from '../../common/xml/tree.ts'
import { setting, toggle } from '../styles.ts'
import type { WalkState } from './walkState.ts'

/**
 * Fields (ECMA-376 part 1, 17.16): their instruction is not shown, their result is. Some have no result in the text: what a drop-down or a tick
 * box of an old form shows stands in its data (17.16.17), and Word draws an EQ field from its instruction.
 */

/** Word nests fields 20 deep; marks beyond this are damage. */
const deepestField = 64
/** An instruction is cut here; those that draw a number are far shorter. */
const longestInstruction = 2_000

const text = (value: string): XmlNode[] => (value === '' ? [] : [element('w:t', [['xml:space', 'preserve']], [value])])

/** The entry that a drop-down shows: the one chosen, else its default, else the first (17.16.9, 17.16.28). */
function chosenEntry(list: XmlElement): string {
  const entries = childrenNamed(list, 'w:listEntry').map(entry => entry.attributes.get('w:val') ?? '')
  const at = integer(setting(list, 'w:result')) ?? integer(setting(list, 'w:default')) ?? 0
  return entries[at] ?? ''
}

/** What a field of a form shows at its beginning; null where its result stands in the text. */
function formFieldText(mark: XmlElement): string | null {
  const data = child(mark, 'w:ffData')
  const box = child(data, 'w:checkBox')
  if (box) return (toggle(box, 'w:checked') ?? toggle(box, 'w:default') ?? false) ? '☑' : '☐'
  const list = child(data, 'w:ddList')
  return list ? chosenEntry(list) || null : null
}

/** Takes a field's mark into account. Answers with what the field shows of itself at this mark. */
export function fieldMark(mark: XmlElement, pass: WalkState): readonly XmlNode[] {
  const open = pass.fields
  const type = mark.attributes.get('w:fldCharType')
  if (type === 'begin' && open.length < deepestField) {
    const own = formFieldText(mark)
    const inner = open.some(field => field.showing === 'code')
    open.push({ showing: 'code', instruction: '', drawn: own !== null })
    return inner ? [] : text(own ?? '')
  }
  const last = open.at(-1)
  if (type === 'separate' && last) {
    // What shows of itself what it holds may have it as a result again, where another program wrote it.
    if (last.drawn || isEquation(last.instruction)) last.drawn = true
    else last.showing = 'result'
  } else if (type === 'end' && last) {
    open.pop()
    if (isEquation(last.instruction) && !isInInstruction(pass)) return text(equationText(last.instruction))
  }
  return []
}

const isEquation = (instruction: string): boolean => /^\s*eq\b/i.test(instruction)

/** Whether this place lies in a field's instruction, and is not shown. */
export const isInInstruction = (pass: WalkState): boolean => pass.fields.some(({ showing }) => showing === 'code')

/** Collects a piece of a field's instruction. */
export function takeInstruction(piece: XmlElement, pass: WalkState): void {
  const last = pass.fields.at(-1)
  if (last?.showing === 'code' && last.instruction.length < longestInstruction) last.instruction += textOf(piece)
}

/** At the end of a paragraph: a field whose result never began would hide all that follows; honest ones end with their paragraph at the latest. */
export function closeInstructions(pass: WalkState): void {
  while (pass.fields.at(-1)?.showing === 'code') pass.fields.pop()
}
