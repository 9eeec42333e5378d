import type { Cell, Column, Sheet } from './sheet.ts'
import { zipOf } from './zip.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Places of the formats in `styles`. */
const STYLE = { title: 1, duration: 2, moment: 3 } as const
const WIDTHS = { text: 26, number: 14, duration: 12, moment: 20 } as const
const DAY_SECONDS = 86_400
const DAY_MS = 86_400_000
/** Day 0 of a spreadsheet, as all of them count the days since 1900-03-01. */
const DAY_ZERO_MS = Date.UTC(1899, 11, 30)
/** XML has no place for these. */
const NOT_IN_XML = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/**
 * The sheet as a workbook (ECMA-376), which every spreadsheet opens. Texts are cells of type text: whatever they begin with, nothing of them
 * is ever taken for a formula (CWE-1236).
 */
export function writeWorkbook(sheet: Sheet): Promise<Buffer> {
  return zipOf([
    { name: '[Content_Types].xml', content: [CONTENT_TYPES] },
    { name: '_rels/.rels', content: [relationsOf(`${RELATIONS}/officeDocument`, 'xl/workbook.xml')] },
    { name: 'xl/workbook.xml', content: [workbook(sheet.name)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [relationsOf(`${RELATIONS}/worksheet`, 'worksheets/sheet1.xml', `${RELATIONS}/styles`, 'styles.xml')],
    },
    { name: 'xl/styles.xml', content: [STYLES] },
    { name: 'xl/worksheets/sheet1.xml', content: sheetXml(sheet) },
  ])
}

const part = (name: string, type: string): string => `<Override PartName="/xl/${name}.xml" ContentType="${DOCUMENT}.${type}+xml"/>`

const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook', 'sheet.main')}${part('worksheets/sheet1', 'worksheet')}${part('styles', 'styles')}</Types>`

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/><xf numFmtId="46" applyNumberFormat="1" xfId="0"/><xf numFmtId="164" applyNumberFormat="1" xfId="0"/></cellXfs></styleSheet>`

function relationsOf(...targets: readonly string[]): string {
  const each = targets.flatMap((type, index) =>
    index % 2 === 0 ? [`<Relationship Id="rId${index / 2 + 1}" Type="${type}" Target="${targets[index + 1]}"/>`] : [],
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

function workbook(name: string): string {
  const sheets = `<sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets>`
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${sheets}</workbook>`
}

async function* sheetXml({ columns, pieces }: Sheet): AsyncGenerator<string> {
  const widths = columns.map(({ kind }, index) => `<col min="${index + 1}" max="${index + 1}" width="${WIDTHS[kind]}" customWidth="1"/>`)
  // The titles stay in sight.
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  yield `${HEAD}<worksheet xmlns="${MAIN}">${view}<cols>${widths.join('')}</cols><sheetData>`
  yield `<row>${columns.map(({ title }) => textCell(title, STYLE.title)).join('')}</row>`
  for await (const rows of pieces) {
    let text = ''
    for (const row of rows) text += `<row>${row.map((cell, index) => cellXml(cell, columns[index]?.kind)).join('')}</row>`
    yield text
  }
  yield '</sheetData></worksheet>'
}

function cellXml(cell: Cell, kind: Column['kind'] | undefined): string {
  if (cell === null) return '<c/>'
  if (kind === 'moment') return `<c s="${STYLE.moment}"><v>${dayOf(String(cell))}</v></c>`
  if (typeof cell === 'string') return textCell(cell, 0)
  return kind === 'duration' ? `<c s="${STYLE.duration}"><v>${cell / DAY_SECONDS}</v></c>` : `<c><v>${cell}</v></c>`
}

/** Spreadsheets have no zones: a local time is a count of days. */
function dayOf(moment: string): number {
  return (Date.parse(`${moment}Z`) - DAY_ZERO_MS) / DAY_MS
}

function textCell(text: string, style: number): string {
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

/** As XML. `_x0041_` means a character in a workbook: its first line is one itself where it stands in a text. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(NOT_IN_XML, '\uFFFD')
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
