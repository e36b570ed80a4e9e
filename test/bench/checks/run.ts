import { heldOutSamples, madeWithSamples } from '../../shared/checks/samples/index.ts'
import type { Sample } from '../../shared/checks/samples/model.ts'
import { type Rate, ratesOf } from '../../shared/checks/samples/rates.ts'

/** Prints how often the rules of the prose and the sections are wrong, on samples with which they were made and on samples kept from them. */

const percent = (part: number, all: number) => (all === 0 ? '—' : `${((100 * part) / all).toFixed(1)} %`)

function line({ rule, right, alarms, wrong, missed }: Rate): string {
  const cells = [rule, right, alarms.length, percent(alarms.length, right), wrong, wrong - missed.length]
  return cells.map(cell => String(cell).padStart(8)).join('')
}

function print(name: string, all: readonly Sample[]): void {
  const rates = ratesOf(all)
  console.log(`\n${name}: ${all.length} samples`)
  console.log(['rule', 'right', 'alarms', 'rate', 'wrong', 'found'].map(cell => cell.padStart(8)).join(''))
  for (const rate of rates) console.log(line(rate))
  for (const { rule, alarms, missed } of rates) {
    for (const { text } of alarms) console.log(`  ${rule} false alarm: ${text}`)
    for (const { text } of missed) console.log(`  ${rule} missed: ${text}`)
  }
}

print('made with', madeWithSamples)
if (!process.argv.includes('--made')) print('held out', heldOutSamples)
