import { z } from 'zod'
import { configurationSchema } from './schema.ts'

interface Property {
  readonly description?: string
  readonly default?: unknown
}

/** The configuration reference as Markdown, made from the schema that validates. `npm run klinke -- document-configuration` writes it. */
export function configurationReference(): string {
  const { properties = {} } = z.toJSONSchema(configurationSchema, { io: 'input', unrepresentable: 'any' })
  const rows = Object.entries(properties as Record<string, Property>).map(
    ([name, { description = '', default: value }]) =>
      `| \`${name}\` | ${value === undefined ? '–' : `\`${String(value)}\``} | ${description} |`,
  )
  return [
    '# Configuration',
    '',
    'Environment variables, read once at start. A value that cannot be used, or a misspelt `KLINKE_*` name, stops the start with one line that names the variable.',
    'An empty value counts as absent.',
    'This page is printed from `apps/server/src/config/schema.ts` by `npm run klinke -- document-configuration`.',
    '',
    '| variable | default | meaning |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
