/** A form or letter on A4, by what stands on it. */
export interface Paper {
  readonly language: 'de' | 'en'
  readonly title: string
  readonly sender?: readonly string[]
  /** The lines in the address window. */
  readonly recipient?: readonly string[]
  /** Date, customer number, …, beside the address window. */
  readonly reference?: readonly PaperField[]
  readonly parts: readonly PaperPart[]
  /** When it was made, for the properties of the file: the same paper of the same moment is the same file. Now, when not given. */
  readonly createdAt?: Date
}

export interface PaperField {
  readonly label: string
  readonly value: string
}

export interface PaperColumn {
  readonly title: string
  readonly align?: 'right'
  /** Share of the width among the columns; 1 when not given. */
  readonly width?: number
}

export type PaperPart =
  /** Paragraphs, divided by empty lines. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** An empty value is a line to write on. */
  | { readonly kind: 'fields'; readonly fields: readonly PaperField[] }
  | { readonly kind: 'choices'; readonly label: string; readonly choices: readonly { readonly text: string; readonly chosen: boolean }[] }
  /** Its head stands on each page again. */
  | { readonly kind: 'table'; readonly columns: readonly PaperColumn[]; readonly rows: readonly (readonly string[])[] }
  /** A line for place, date and signature, with room for a stamp. */
  | { readonly kind: 'signature'; readonly label: string; readonly stamp?: boolean }
