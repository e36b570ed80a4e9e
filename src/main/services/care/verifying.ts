import type { IndexAgreement, VerifyReport } from '../../../shared/data/journal.ts'
import { message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import type { Archive } from '../../archive/model.ts'
import { compareIndex } from '../../keeping/agreement.ts'
import type { IndexKeeper } from '../../keeping/keeper.ts'
import type { Emitter } from '../state/events.ts'
import { progressPace } from '../work/oneAtATime.ts'

/** Verifying the archive, in one go or in quiet pieces. */

type Needs = {
  readonly archive: Archive
  readonly keeper: IndexKeeper
  readonly emitter: Emitter
  /** The index was compared as a whole. */
  readonly compared: (agreement: IndexAgreement) => void
  readonly after: () => void
}

/** One verification at a time, of the archive and then of its index; whoever asks meanwhile gets the answer of the one under way. */
export function verifier({ archive, keeper, emitter, compared, after }: Needs) {
  let control = new AbortController()
  let running: Promise<Outcome<VerifyReport>> | null = null
  const due = progressPace()
  const tell = (done: number, of: number): void => {
    if (due(done, of)) emitter.emit('verify.progress', { done, of })
  }

  async function run(signal: AbortSignal): Promise<Outcome<VerifyReport>> {
    const before = archive.lastVerified()
    // The index is compared record by record, so its share of the way is as long.
    const records = (await archive.recordIds()).length
    let way = 0
    const verified = await archive.verify((done, of) => {
      way = of
      tell(done, of + records)
    }, signal)
    if (!verified.ok) return verified
    const progress = (done: number) => tell(way + Math.min(done, records), way + records)
    const index = await compareIndex({ archive, keeper, progress, signal })
    if (signal.aborted) return failure(message('archive.verifyCancelled'))
    if (index) compared(index)
    progress(records)
    return success({ ...verified.value, index, before })
  }

  return {
    verify: (): Promise<Outcome<VerifyReport>> => {
      if (!running) {
        control = new AbortController()
        running = run(control.signal).finally(() => {
          running = null
          after()
        })
      }
      return running
    },
    running: () => running !== null,
    stop: () => control.abort(),
  }
}
