import { readTypeface } from '@klinke/platform/paper'
import type { IssuedContent } from '../invoice.ts'
import type { DocumentKind } from './document-kind.ts'
import { EInvoices } from './e-invoice.ts'
import { invoicePdf } from './invoice-pdf.ts'

export interface MadeDocument {
  readonly kind: DocumentKind
  readonly octets: Uint8Array
}

/** Makes the documents of invoices: always the PDF, with the XML inside unless the recipient wants none, and XRechnung for who wants that. */
export class DocumentPress {
  readonly #eInvoices = new EInvoices()
  readonly #typeface = readTypeface()

  async documentsOf(invoice: IssuedContent): Promise<readonly MadeDocument[]> {
    const { eInvoice } = invoice.recipient
    const inside = eInvoice === 'none' ? undefined : await this.#eInvoices.xml(invoice, 'zugferd')
    const pdf: MadeDocument = { kind: 'pdf', octets: await invoicePdf(invoice, this.#typeface, inside) }
    if (eInvoice !== 'xrechnung-ubl' && eInvoice !== 'xrechnung-cii') return [pdf]
    const xml = await this.#eInvoices.xml(invoice, eInvoice)
    return [pdf, { kind: eInvoice, octets: new TextEncoder().encode(xml) }]
  }
}
