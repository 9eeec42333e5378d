import type { Api } from '../http/api.ts'
import { InvalidRequest } from '../http/errors.ts'
import { MAX_TABLE_OCTETS } from './table.ts'

/** What browsers and programs call the files that are imported; what a file really is, its octets tell. */
export const UPLOAD_TYPES = [
  ...['text/csv', 'text/plain', 'text/vcard', 'text/x-vcard', 'application/vnd.ms-excel', 'application/octet-stream'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]

/** Adds routes whose body is a file, in a scope of their own, so that only there a body may be one. */
export function withUploads(api: Api, add: (scope: Pick<Api, 'post'>) => void): void {
  void api.register(async (scope) => {
    const options = { parseAs: 'buffer', bodyLimit: MAX_TABLE_OCTETS } as const
    scope.addContentTypeParser(UPLOAD_TYPES, options, (_request, body, parsed) => parsed(null, body))
    add(scope as Api)
  })
}

/** The octets of an uploaded file. Throws `InvalidRequest` for none. */
export function uploadedOctets(body: unknown): Uint8Array {
  if (Buffer.isBuffer(body) && body.length > 0) return body
  throw new InvalidRequest({
    en: 'There is no file: the body is empty, or its Content-Type is none of text/csv, text/vcard, application/octet-stream, nor that of a workbook (XLSX).',
    de: 'Es ist keine Datei da: Der Inhalt ist leer, oder sein Content-Type ist weder text/csv, text/vcard, application/octet-stream noch der einer Arbeitsmappe (XLSX).',
  })
}
