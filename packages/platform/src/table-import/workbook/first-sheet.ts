import { TableUnreadable } from '../table.ts'
import { readXml } from './read-xml.ts'
import type { Parts, PartText } from './unpack.ts'

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'

/** The sheet that is first in the workbook (ECMA-376 part 1 §18.2.19), which need not be `sheet1.xml`. Throws `TableUnreadable`. */
export async function firstSheet(parts: Parts): Promise<PartText> {
  const [workbook, relations] = [parts.text(WORKBOOK), parts.text(RELATIONS)]
  if (workbook === undefined || relations === undefined) throw new TableUnreadable('broken-workbook')
  let sheetId: string | undefined
  await readXml(workbook, {
    opened: (name, { id }) => {
      if (name === 'sheet') sheetId ??= id
    },
  })
  let target: string | undefined
  await readXml(relations, {
    opened: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id === sheetId) target = Target
    },
  })
  // Only a name to look up among the parts, wherever it seems to lead.
  const sheet = target === undefined ? undefined : parts.text(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  if (sheet === undefined) throw new TableUnreadable('broken-workbook')
  return sheet
}
