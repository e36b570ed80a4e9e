import { useState } from 'react'
import { TraceDialog } from '../../../src/renderer/review/trace/TraceDialog.tsx'
import { Button } from '../../../src/renderer/ui/controls/Button.tsx'
import type { Scenes } from './scenes.ts'

/** 查看读法 of a record, opened by a button. */
export function TraceScene({ cell }: Scenes['trace']) {
  const [open, setOpen] = useState(false)
  return (
    <main>
      <Button onPress={() => setOpen(true)}>查看</Button>
      {open ? <TraceDialog id="0123456789abcdef" cell={cell} onClose={() => setOpen(false)} /> : null}
    </main>
  )
}
