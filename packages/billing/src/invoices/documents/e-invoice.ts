import { FormatFactoryService, type Invoice, invoiceSchema } from '@e-invoice-eu/core'
import type { ValidateFunction } from 'ajv'
import { Ajv2019 } from 'ajv/dist/2019.js'
import type { DebitNotice, IssuedContent } from '../invoice.ts'
import { en16931 } from './en16931.ts'

/** The library's names: XRechnung in both syntaxes that the directive names, and what is inside a ZUGFeRD PDF: plain EN 16931 in CII. */
const FORMATS = { 'xrechnung-ubl': 'XRECHNUNG-UBL', 'xrechnung-cii': 'XRECHNUNG-CII', zugferd: 'CII' } as const
export type XmlKind = keyof typeof FORMATS

const silent = { log: () => undefined, warn: () => undefined, error: () => undefined }

interface Format {
  readonly isValid: ValidateFunction<Invoice>
  readonly make: (invoice: Invoice) => Promise<string>
}

/**
 * Makes e-invoices by the library `@e-invoice-eu/core`, step by step as its `InvoiceService` does: that would compile its schema of EN 16931 anew for each
 * invoice, which takes 200 ms.
 */
export class EInvoices {
  readonly #formats = new Map<XmlKind, Format>()

  /** The XML. Throws `RangeError` naming what the schema of EN 16931 misses. */
  async xml(invoice: IssuedContent, kind: XmlKind): Promise<string> {
    const { isValid, make } = this.#formatOf(kind, invoice.language)
    const isUbl = kind === 'xrechnung-ubl'
    const input = en16931(invoice, isUbl ? 'ubl' : 'cii')
    if (isValid(input)) return isUbl ? make(input) : withCreditor(await make(input), invoice.debit)
    const missing = (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
    throw new RangeError(`The invoice ${invoice.number} is no valid e-invoice: ${missing.slice(0, 5).join('; ')}`)
  }

  #formatOf(kind: XmlKind, lang: string): Format {
    const known = this.#formats.get(kind)
    if (known !== undefined) return known
    const formatter = new FormatFactoryService().createFormatService(FORMATS[kind], silent)
    const schema = structuredClone(invoiceSchema)
    formatter.patchSchema(schema)
    const format: Format = {
      isValid: new Ajv2019({ strict: true, allErrors: true, useDefaults: true }).compile(schema),
      make: async (invoice) => {
        formatter.fillInvoiceDefaults(invoice)
        const made = await formatter.generate(invoice, { format: FORMATS[kind], lang, noWarnings: true })
        return typeof made === 'string' ? made : new TextDecoder().decode(made)
      },
    }
    this.#formats.set(kind, format)
    return format
  }
}

/** The head of the settlement, of which there is one; CII wants the creditor id as the first in it. */
const SETTLEMENT = '<ram:ApplicableHeaderTradeSettlement>'

/** BT-90 in CII. The library writes it for a payee other than the seller only, which would be wrong here (BR-17). */
function withCreditor(xml: string, debit: DebitNotice | undefined): string {
  if (debit === undefined) return xml
  // Letters and digits alone, by its check digits: there is nothing to be escaped.
  return xml.replace(SETTLEMENT, `${SETTLEMENT}<ram:CreditorReferenceID>${debit.creditorId}</ram:CreditorReferenceID>`)
}
