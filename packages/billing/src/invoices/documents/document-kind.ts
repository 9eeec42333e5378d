/** What an invoice is given out as. */
export const DOCUMENT_KINDS = ['pdf', 'xrechnung-ubl', 'xrechnung-cii'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]
