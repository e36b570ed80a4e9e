import type { Sentence } from './model.ts'

/**
 * Parameters of messages, typed from their texts: `message` compiles only with exactly those that the sentences of its code name, and
 * the table only where both languages name the same.
 */

/** The names in braces. A text that is no constant tells nothing, so it names what nobody gives. */
type NamesIn<Text extends string> = string extends Text
  ? 'a text that is not constant'
  : Text extends `${string}{${infer Name}}${infer Rest}`
    ? Name | NamesIn<Rest>
    : never

/** A parameter that is itself a word has an English twin: {format} and {formatEnglish}. */
type Twinless<Name extends string> = Name extends `${infer Chinese}English` ? Chinese : Name

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

/** A table in which each sentence names the same in both languages; one that does not is asked to be what nothing is. */
export type BothAlike<Table> = {
  readonly [Code in keyof Table]: {
    readonly [Part in keyof Table[Code]]: Table[Code][Part] extends Sentence
      ? Same<Twinless<NamesIn<Table[Code][Part]['zh']>>, Twinless<NamesIn<Table[Code][Part]['en']>>> extends true
        ? Sentence
        : never
      : unknown
  }
}

/** What the sentences of a code name, in either language. */
export type NamesOf<Words> = NamesIn<Extract<Words[keyof Words], Sentence>['zh' | 'en']>
