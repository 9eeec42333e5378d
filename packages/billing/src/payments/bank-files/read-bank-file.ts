import { failed, type Result } from '@klinke/foundation'
import type { BankFile, BankFileFlaw } from './bank-file.ts'
import { readStatement } from './read-statement.ts'
import { readStatusReport } from './read-status-report.ts'
import { at, readXmlTree } from './xml-tree.ts'

/**
 * Reads what a bank has sent: pain.002 (what has become of debits), camt.053 (statement) or camt.054 (notification of entries), in any version. Whole, or not
 * at all: half a file never counts.
 */
export async function readBankFile(octets: Uint8Array): Promise<Result<BankFile, BankFileFlaw>> {
  const text = textIn(octets)
  const document = text === undefined ? 'broken' : await readXmlTree(text)
  if (typeof document === 'string') return failed(document)
  const [report, statement, notification] = ['CstmrPmtStsRpt', 'BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn'].map((name) => at(document, name))
  if (report !== undefined) return readStatusReport(report)
  if (statement !== undefined) return readStatement(statement, 'camt.053')
  if (notification !== undefined) return readStatement(notification, 'camt.054')
  return failed('unknown-message')
}

/** Banks write UTF-8. Undefined for what is none. */
function textIn(octets: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets)
  } catch {
    return undefined
  }
}
