import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Violation = { id: string; help: string; nodes: { html: string; failureSummary: string }[] }

/** No violation of WCAG 2.2 A and AA that axe can find on the page as it stands. */
export async function expectAccessible(page: Page) {
  await expectNothingFound(page, { type: 'tag', values: LEVELS })
}

/** For a page that was looked at whole in the other colour scheme: the markup is the same, the colours are not. */
export async function expectContrast(page: Page) {
  await expectNothingFound(page, { type: 'rule', values: ['color-contrast'] })
}

async function expectNothingFound(page: Page, runOnly: { type: 'tag' | 'rule'; values: string[] }) {
  // Evaluated, not added as a script tag, which a content security policy would refuse.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(readFileSync(AXE, 'utf8'))
  const violations = await page.evaluate(async (only) => {
    const axe = (
      globalThis as unknown as {
        axe: { run: (context: Document, options: object) => Promise<{ violations: Violation[] }> }
      }
    ).axe
    // What is fine on a page of many elements is not written down element by element: it takes longer than looking.
    const { violations } = await axe.run(document, { runOnly: only, resultTypes: ['violations'] })
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes
          .slice(0, 3)
          .map((node) => `  ${node.html.slice(0, 200)}\n  ${node.failureSummary}`)
          .join('\n')}`,
    )
  }, runOnly)
  expect(violations).toEqual([])
}
