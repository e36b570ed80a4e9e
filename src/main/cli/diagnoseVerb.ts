import { type Message, messageText } from '../../shared/messages/index.ts'
import { failure } from '../../shared/outcome.ts'
import type { Log } from '../log/index.ts'
import { type Diagnosis, diagnose, diagnosisText } from '../services/care/diagnosis.ts'
import type { Services } from '../services.ts'
import type { ExitStatus, Io } from './io.ts'

/** Prints what whoever looks for a fault needs to know, for people to read or, with --json, on one line. */

async function print(io: Io, diagnosis: Diagnosis): Promise<void> {
  const whole = { ...diagnosis.facts, log: diagnosis.log }
  await io.out(io.json ? JSON.stringify(whole) : diagnosisText(diagnosis).trimEnd())
}

export async function printDiagnosis(services: Services, io: Io): Promise<ExitStatus> {
  await print(io, await services.diagnosis())
  return 0
}

/** Of an archive that cannot be opened: why not, and all the rest. */
export async function printUnopened(version: string, log: Log, problem: Message, io: Io): Promise<ExitStatus> {
  io.log(messageText(problem, io.language))
  await print(io, await diagnose(version, log, failure(problem)))
  return 1
}
