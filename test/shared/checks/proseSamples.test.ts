import { describe, expect, it } from 'vitest'
import { checkReport } from '../../../src/shared/checks/index.ts'
import { heldOutProse, otherProse, type ProseSample, rightProse, sampleReport, wrongProse } from './proseSamples.ts'

const hints = (text: string) =>
  checkReport(sampleReport(text)).flatMap(({ rule, printed }) => (rule.startsWith('N') ? [[rule, printed]] : []))

describe('free prose', () => {
  const all: readonly ProseSample[] = [...rightProse, ...otherProse, ...wrongProse, ...heldOutProse]
  it.each(all.map(([text, ...due]) => ({ text, due })))('$text', ({ text, due }) => {
    expect(hints(text)).toEqual(due)
  })

  it('of a whole section points at what is wrong in it and at nothing else', () => {
    const fine = [...rightProse, ...otherProse].map(([text]) => text)
    expect(hints(fine.join('\n'))).toEqual([])
    for (const [text, ...due] of wrongProse) {
      // Among sentences of other things only: a figure that is named rightly once is not doubted elsewhere.
      expect(hints([...otherProse.map(([other]) => other), text].join(''))).toEqual(due)
    }
  })
})
