/**
 * The way between pdf.js's caller and its parser where both run in one thread. pdf.js's own (`LoopbackPort`) copies every message;
 * here what is large and never altered once it is sent, operators and fonts, is handed over as it is, and the rest copied as before.
 */

type Listener = (event: { readonly data: unknown }) => void
type Listening = { readonly signal?: AbortSignal } | null

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const member = (value: object, key: string): unknown => Reflect.get(value, key)

/** Fonts, outlines and pictures: the parser sends each once and keeps none that it would alter. */
const handedOver = new Set<unknown>(['commonobj', 'obj'])

/** A piece of an operator list. pdf.js empties both arrays when it has sent them, and fills them again. */
function operatorsOf(message: object): object | null {
  const chunk = member(message, 'chunk')
  if (!isObject(chunk)) return null
  const [fnArray, argsArray] = [member(chunk, 'fnArray'), member(chunk, 'argsArray')]
  if (!Array.isArray(fnArray) || !Array.isArray(argsArray)) return null
  return { ...chunk, fnArray: fnArray.slice(), argsArray: argsArray.slice() }
}

/** One end; what is posted here is heard at the other. */
class End {
  readonly #listeners = new Set<Listener>()
  readonly #onLastOperators: () => void
  #other: End | null = null

  constructor(onLastOperators: () => void) {
    this.#onLastOperators = onLastOperators
  }

  join(other: End): void {
    this.#other = other
  }

  postMessage(message: object, transfer?: readonly ArrayBuffer[] | null): void {
    const event = { data: this.#sent(message, transfer) }
    // In a promise, not a bare microtask: what a listener throws is then pdf.js's own orphan (see pdfjs.ts), as with its port.
    const other = this.#other
    if (other) void Promise.resolve().then(() => other.#hear(event))
  }

  addEventListener(_name: 'message', listener: Listener, options: Listening = null): void {
    this.#listeners.add(listener)
    options?.signal?.addEventListener('abort', () => this.#listeners.delete(listener))
  }

  removeEventListener(_name: 'message', listener: Listener): void {
    this.#listeners.delete(listener)
  }

  #hear(event: { readonly data: unknown }): void {
    for (const listener of [...this.#listeners]) listener(event)
  }

  #sent(message: object, transfer?: readonly ArrayBuffer[] | null): unknown {
    const chunk = operatorsOf(message)
    if (chunk) {
      if (member(chunk, 'lastChunk') === true) this.#onLastOperators()
      return { ...message, chunk }
    }
    if (handedOver.has(member(message, 'action'))) return message
    return structuredClone(message, transfer ? { transfer: [...transfer] } : undefined)
  }
}

export type Way = {
  /** For `PDFWorker`; it is used as a `Worker` and typed so there. */
  readonly caller: Worker
  /** For `WorkerMessageHandler.initializeFromPort`. */
  readonly parser: object
  /** How many operator lists the parser has brought to their end. */
  readonly wholeLists: () => number
}

/** Both ends of a new way. */
export function newWay(): Way {
  let whole = 0
  const caller = new End(() => undefined)
  const parser = new End(() => {
    whole += 1
  })
  caller.join(parser)
  parser.join(caller)
  return { caller: caller as unknown as Worker, parser, wholeLists: () => whole }
}
