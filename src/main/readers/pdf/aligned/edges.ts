import type { Run, RunLine } from '../lines/runs.ts'
import type { Rules } from '../model.ts'
import { overlaps, type Track } from './tracks.ts'

/** Where the columns of an aligned table begin and end, and which heads are theirs. */

/** In em: a head this far from every column is that of a column whose values are all blank. */
const apart = 1

function distance(run: Run, track: Track): number {
  return Math.max(track.from - run.box[2], run.box[0] - track.to)
}

/**
 * The columns as wide as their heads, and those besides that have only a head. A head over several columns widens none; a
 * head that hangs between two columns with further heads below it is one over both.
 */
export function headTracks(tracks: readonly Track[], heads: readonly RunLine[]): readonly Track[] {
  const wide = tracks.map(track => ({ ...track }))
  const loose: Run[] = []
  const size = Math.max(1, ...heads.map(line => line.size))
  for (const run of heads.flatMap(line => line.runs)) {
    const own = tracks.filter(track => overlaps(run, track))
    const index = own[0] ? tracks.indexOf(own[0]) : -1
    const track = wide[index]
    if (own.length === 1 && track) {
      const left = wide[index - 1]?.to ?? Number.NEGATIVE_INFINITY
      const right = wide[index + 1]?.from ?? Number.POSITIVE_INFINITY
      // A head that runs on over the next column's is one over both: it tells nothing of the width.
      if (run.box[0] > left && run.box[2] < right) {
        track.from = Math.min(track.from, run.box[0])
        track.to = Math.max(track.to, run.box[2])
      }
    } else if (own.length === 0 && !run.value) loose.push(run)
  }
  const added: Track[] = []
  for (const run of loose) {
    if (wide.some(track => distance(run, track) < apart * size)) continue
    const below = heads.some(line =>
      line.runs.some(one => one !== run && one.box[1] > run.box[1] + 0.5 * size && nearOver(one, run)),
    )
    const same = added.findIndex(track => overlaps(run, track))
    const before = added[same]
    if (before)
      added[same] = { ...before, from: Math.min(before.from, run.box[0]), to: Math.max(before.to, run.box[2]) }
    else if (!below) added.push({ from: run.box[0], to: run.box[2], value: true })
  }
  return [...wide, ...added].sort((a, b) => a.from - b.from)
}

/** Stands the lower head so that the upper one may be over it and its neighbour? */
function nearOver(lower: Run, upper: Run): boolean {
  const width = upper.box[2] - upper.box[0]
  const touches = lower.box[0] < upper.box[2] && lower.box[2] > upper.box[0]
  return !touches && lower.box[0] < upper.box[2] + width && lower.box[2] > upper.box[0] - width
}

/** The edges: half way between neighbouring columns, and round the whole. */
export function edgesOf(tracks: readonly Track[], lines: readonly RunLine[], rules: Rules): readonly number[] {
  const lefts = lines.map(line => line.box[0])
  const rights = lines.map(line => line.box[2])
  const ends = rules.horizontal.flatMap(rule => [rule.from, rule.to])
  const from = Math.min(...lefts, ...ends) - (ends.length > 0 ? 0 : 2)
  const to = Math.max(...rights, ...ends) + (ends.length > 0 ? 0 : 2)
  const inner = tracks.slice(1).map((track, index) => ((tracks[index]?.to ?? track.from) + track.from) / 2)
  return [from, ...inner, to]
}
