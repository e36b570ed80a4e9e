import type { Anchor } from '../../../shared/data/document.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useActions } from '../state/context.ts'
import { useReviewWords } from '../words/index.ts'

/** 看原件: where something was found, if that is known. */
export function LookAtSource({ anchor }: { readonly anchor: Anchor | null | undefined }) {
  const actions = useActions()
  const words = useReviewWords().text
  if (!anchor) return null
  const { block, row = null, column = null } = anchor
  return (
    <Button kind="quiet" size="small" onPress={() => actions.showSource({ block, row, column, words: [] })}>
      {words.look}
    </Button>
  )
}
