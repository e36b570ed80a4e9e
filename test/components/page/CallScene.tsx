import { useCall } from '../../../src/renderer/ui/data.ts'
import type { Scenes } from './scenes.ts'

/** Asks main one question and shows all that is known of the answer. */
export function CallScene({ after, resting = false }: Scenes['call']) {
  const { value, problem, busy, reload } = useCall('catalogue.nextOpen', resting ? undefined : { after })
  return (
    <main>
      <output aria-label="答">{value ?? '无'}</output>
      <output aria-label="难处">{problem?.code ?? '无'}</output>
      <output aria-label="忙">{busy ? '是' : '否'}</output>
      <button type="button" onClick={reload}>
        再问
      </button>
    </main>
  )
}
