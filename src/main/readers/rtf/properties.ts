import { lookWith, shadingWith } from './looks.ts'
import { paragraphDefaults, plain, type State } from './state.ts'

/** Sets what a control word says of the text or the paragraph, where that needs nothing but the group it stands in. */
export function setProperty(state: State, name: string, value: number | null): void {
  switch (name) {
    case 'uc':
      state.fallback = Math.min(Math.max(value ?? 1, 0), 8)
      return
    case 'f':
      state.font = value
      return
    case 'af':
      if (state.kind === 'wide') state.wideFont = value
      return
    case 'loch':
      state.kind = 'low'
      return
    case 'hich':
      state.kind = 'high'
      return
    case 'dbch':
      state.kind = 'wide'
      return
    case 'plain':
      plain(state)
      return
    case 'pard':
      paragraphDefaults(state)
      return
    case 'intbl':
      state.inTable = true
      return
    case 'itap':
      state.nesting = value ?? 1
      return
    case 'qc':
    case 'qr':
      state.align = name === 'qc' ? 'center' : 'right'
      return
    case 'ql':
    case 'qj':
    case 'qd':
      state.align = null
      return
    case 'outlinelevel':
      state.heading = value !== null && value >= 0 && value < 9 ? value + 1 : 0
      return
    case 'super':
      state.raised = value !== 0
      return
    case 'strike':
    case 'striked':
      state.struck = value !== 0
      return
    case 'nosupersub':
      state.raised = false
      return
    default:
      // Words of looks begin with one of these letters: cf, fs, highlight, shdng, bg.
      if (!'cfhsb'.includes(name.charAt(0))) return
      state.look = lookWith(state.look, name, value)
      state.shading = shadingWith(state.shading, name, value)
  }
}
