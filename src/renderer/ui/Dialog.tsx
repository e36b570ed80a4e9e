import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { Shape, type ShapeName } from './Status.tsx'
import './dialog.css'

export type DialogProps = {
  readonly title: string
  /** error: red head line and diamond, spoken at once. */
  readonly tone?: 'plain' | 'error'
  readonly shape?: ShapeName
  readonly width?: number
  /** Escape, the veil, the cross. */
  readonly onClose: () => void
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A question or report that must be answered before going on. Focus stays inside and returns to where it was. */
export function Dialog(props: DialogProps) {
  const tone = props.tone ?? 'plain'
  const shape = props.shape ?? (tone === 'error' ? 'error' : null)
  return (
    <Modal
      open
      centered
      title={
        <span className="dialog-title">
          {shape ? <Shape name={shape} /> : null}
          {props.title}
        </span>
      }
      className={`dialog ${tone}`}
      width={props.width ?? 470}
      closable={tone === 'plain'}
      mask={{ closable: tone === 'plain' }}
      onCancel={props.onClose}
      footer={props.actions ? <div className="dialog-acts">{props.actions}</div> : null}
      destroyOnHidden
    >
      {props.children}
    </Modal>
  )
}
