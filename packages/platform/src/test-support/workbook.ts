import { crc32, deflateRawSync } from 'node:zlib'

/** A file of an archive; `claimedOctets`: the size that its header says, when that is a lie. */
export interface Zipped {
  readonly name: string
  readonly content: Uint8Array | string
  readonly claimedOctets?: number
}

/** A ZIP archive (APPNOTE 6.3), with whatever names and sizes somebody with bad intentions would write into it. */
export function zipOf(files: readonly Zipped[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, content, claimedOctets } of files) {
    const octets = Buffer.from(content)
    const packed = deflateRawSync(octets)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(octets), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claimedOctets ?? octets.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

const WORKBOOK = '<workbook xmlns:r="r"><sheets><sheet name="Tabelle1" sheetId="1" r:id="rId1"/></sheets></workbook>'
const RELATIONS = '<Relationships><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>'

/** The files of a workbook whose only sheet has these rows in XML; `more` come on top. */
export function workbookFiles(sheetRows: string, more: readonly Zipped[] = []): readonly Zipped[] {
  return [
    { name: 'xl/workbook.xml', content: WORKBOOK },
    { name: 'xl/_rels/workbook.xml.rels', content: RELATIONS },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet><sheetData>${sheetRows}</sheetData></worksheet>` },
    ...more,
  ]
}

/** A workbook (XLSX) with one sheet of texts. */
export function workbookOf(rows: readonly (readonly string[])[]): Buffer {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`
  return zipOf(workbookFiles(rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('')))
}
