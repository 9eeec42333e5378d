/**
 * Migrations that change nothing: rows of tables with row-level security are hidden from the owner of the tables, too, as whom a migration runs. Whoever reads or
 * changes them begins with `SET LOCAL ROLE klinke_operator` (0423 did not, and left what it should have deleted).
 */
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Landed, and made good by another one. */
const MENDED: Readonly<Record<string, string>> = {
  '0411-confirmed-severity.sql': '0455',
  '0412-outage-corrections.sql': '0455',
  '0423-mails-of-deleted-orders.sql': '0449',
}

const PROTECTED =
  /protect_(?:tenant|operator)_table\s*\(\s*'(\w+)'|ALTER\s+TABLE\s+(?:klinke\.)?(\w+)\s[^;]*(?<!NO\s)(?:ENABLE|FORCE)\s+ROW\s+LEVEL/i
const OPENED = /ALTER\s+TABLE\s+(?:klinke\.)?(\w+)\s[^;]*(?:NO\s+FORCE|DISABLE)\s+ROW\s+LEVEL/i
const DROPPED = /^DROP\s+TABLE\s+(?:IF\s+EXISTS\s+)?(?:klinke\.)?(\w+)/i
const AS_OPERATOR = /^SET\s+LOCAL\s+ROLE\s+klinke_operator$/i
const AS_OWNER = /^(?:SET\s+LOCAL\s+ROLE\s+NONE|RESET\s+ROLE)$/i
/** What looks at rows when it is run; a function or a view does so later, as whoever calls it. */
const LOOKS_AT_ROWS = /^(?:UPDATE|DELETE|INSERT|MERGE|WITH|SELECT|PERFORM|FOR|IF|CREATE\s+TABLE\s[^;]*\sAS\s+(?:SELECT|WITH))\b/i
const TABLE = /\b(?:UPDATE|INTO|FROM|JOIN|USING)\s+(?:ONLY\s+)?(?:klinke\.)?(\w+)/gi

/** One line for each statement that would see no rows, with file and line; empty when all see theirs. */
export function findBlindMigrations(root: string): string[] {
  const files = globSync('packages/*/migrations/*.sql', { cwd: root }).toSorted((one, other) => (basename(one) < basename(other) ? -1 : 1))
  const hidden = new Set<string>()
  return files.flatMap((file) => {
    const found = blindStatements(readFileSync(join(root, file), 'utf8'), hidden)
    return basename(file) in MENDED ? [] : found.map(({ line, table }) => `${file}:${line}: ${table} has row-level security: ${HOW}`)
  })
}

const HOW = 'its rows are hidden without SET LOCAL ROLE klinke_operator'

interface Blind {
  readonly line: number
  readonly table: string
}

/** Adds to `hidden` the tables that the file protects. */
function blindStatements(sql: string, hidden: Set<string>): readonly Blind[] {
  let isOperator = false
  const blind: Blind[] = []
  for (const { text, line } of statementsOf(sql)) {
    if (AS_OPERATOR.test(text)) isOperator = true
    else if (AS_OWNER.test(text)) isOperator = false
    const opened = OPENED.exec(text)?.[1] ?? DROPPED.exec(text)?.[1]
    if (opened !== undefined) hidden.delete(opened)
    else {
      const [, byFunction, byHand] = PROTECTED.exec(text) ?? []
      const table = byFunction ?? byHand
      if (table !== undefined) hidden.add(table)
    }
    if (isOperator || !LOOKS_AT_ROWS.test(text)) continue
    const table = [...text.matchAll(TABLE)].map((match) => match[1] ?? '').find((name) => hidden.has(name))
    if (table !== undefined) blind.push({ line, table })
  }
  return blind
}

interface Statement {
  readonly text: string
  /** Of its first word. */
  readonly line: number
}

/** Without comments and strings; what a DO block does is seen as statements, what a function does is not. */
function statementsOf(sql: string): readonly Statement[] {
  const statements: Statement[] = []
  let [text, line, at] = ['', 1, 1]
  for (const [token] of sql.matchAll(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|;|\n|[^\S\n]+|[^\s;]/g)) {
    const isComment = token.startsWith('--') || token.startsWith('/*')
    const isBody = token.startsWith('$') && token.length > 2
    if (text === '') line = at
    if (token === ';') {
      statements.push({ text: text.trim(), line })
      text = ''
    } else if (isBody && /^DO\b/i.test(text)) statements.push(...bodyOf(token, at))
    else if (isBody) text += ' $$'
    else if (token.startsWith("'") && !/\bprotect_\w+\s*\(\s*$/.test(text)) text += "''"
    else if (!isComment && (text !== '' || token.trim() !== '')) text += token
    at += token.split('\n').length - 1
  }
  return [...statements, { text: text.trim(), line }].filter((each) => each.text !== '')
}

/** Statements of a block, without the words that hold them together. */
function bodyOf(body: string, from: number): readonly Statement[] {
  const inner = statementsOf(body.replace(/^\$\w*\$|\$\w*\$$/g, ''))
  return inner.map(({ text, line }) => {
    const [held = ''] = /^(?:(?:DECLARE\b[\s\S]*)?BEGIN|LOOP|THEN|ELSE)\s+/i.exec(text) ?? []
    return { text: text.slice(held.length), line: from - 1 + line + held.split('\n').length - 1 }
  })
}
