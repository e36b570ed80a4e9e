import type { Change } from '../../../shared/data/record.ts'
import type { ShapeName, Tone } from '../../ui/controls/looks.ts'

/** Shape and colour of a change in the timeline. */
export function changeLook(change: Change): { readonly shape: ShapeName; readonly tone: Tone } {
  switch (change.kind) {
    case 'cell':
    case 'field':
      return { shape: 'reviewed', tone: 'dai' }
    case 'confirm':
      return { shape: 'agrees', tone: 'jade' }
    case 'verdict':
      return { shape: 'sourceError', tone: 'plain' }
    case 'status':
      return { shape: change.after, tone: change.after === 'reviewed' ? 'jade' : 'plain' }
  }
}
