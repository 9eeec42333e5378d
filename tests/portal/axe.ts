import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** WCAG 2.1 AA, which BITV 2.0 and EN 301 549 ask for, and what axe holds for good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** Of what is in order nothing is told: it is most of what axe would find words for. */
const OPTIONS = JSON.stringify({ runOnly: RULES, resultTypes: ['violations'] })

/** What axe complains of, with the elements; empty when there is nothing. */
export async function complaints(page: Page): Promise<string> {
  // As long as the portal is not loaded anew, axe is still there.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(AXE)
  const found: unknown = await page.evaluate(`axe.run(document, ${OPTIONS}).then(({ violations }) => violations)`)
  const violations = found as readonly Violation[]
  const about = (nodes: Violation['nodes']): string =>
    nodes.map(({ html, failureSummary = '' }) => `  ${html}\n  ${failureSummary}`).join('\n')
  return violations.map(({ id, help, nodes }) => `${id}: ${help}\n${about(nodes)}`).join('\n')
}
