import { useState } from 'react'
import { Button } from '../../../src/renderer/ui/controls/Button.tsx'
import { Dialog } from '../../../src/renderer/ui/dialogs/Dialog.tsx'
import type { Scenes } from './scenes.ts'

type Props = Scenes['dialog']

function Content({ content }: Pick<Props, 'content'>) {
  if (content === 'text') return <p>这一步不能撤回。</p>
  if (content === 'field')
    return (
      <label>
        理由 <input />
      </label>
    )
  return (
    <fieldset>
      <legend>范围</legend>
      <label>
        <input type="radio" name="scope" /> 全部
      </label>
      <label>
        <input type="radio" name="scope" defaultChecked /> 所选
      </label>
    </fieldset>
  )
}

/** A dialog opened by a button, with another button beside; a second dialog can be opened from the first. */
export function DialogScene({ tone, content, acts, kept = false }: Props) {
  const [open, setOpen] = useState(false)
  const [second, setSecond] = useState(false)
  const [asked, setAsked] = useState(0)
  const [pressed, setPressed] = useState('')
  const close = () => {
    setAsked(value => value + 1)
    if (!kept) setOpen(false)
  }
  const press = (what: string) => () => {
    setPressed(what)
    close()
  }
  return (
    <main>
      <Button onPress={() => setOpen(true)}>打开</Button>
      <Button onPress={() => setPressed('旁边')}>旁边</Button>
      <output aria-label="问关">{asked}</output>
      <output aria-label="所按">{pressed}</output>
      {open ? (
        <Dialog
          title="移出报告"
          {...(tone ? { tone } : {})}
          onClose={close}
          actions={
            acts === 'none' ? null : (
              <>
                <Button onPress={press('取消')}>取消</Button>
                <Button onPress={() => setSecond(true)}>细看</Button>
                {acts === 'main' ? (
                  <Button kind="main" onPress={press('移出')}>
                    移出
                  </Button>
                ) : null}
              </>
            )
          }
        >
          <Content content={content} />
        </Dialog>
      ) : null}
      {second ? (
        <Dialog title="细目" onClose={() => setSecond(false)}>
          <p>三处。</p>
        </Dialog>
      ) : null}
    </main>
  )
}
