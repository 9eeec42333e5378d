/**
 * One header of the field's vocabulary: how its value reads and prints. A value here is one element of a
 * list header, or the whole field of any other.
 */
export interface HeaderType<T> {
  /** The usual spelling. */
  readonly name: string
  /** The typed value, or `undefined` when the text breaks the grammar. Never throws. */
  parse(text: string): T | undefined
  /** The text of a value; `parse` of it gives an equal value. */
  print(value: T): string
}
