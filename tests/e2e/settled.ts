import { expect, type Page } from '@playwright/test'

/** What React streams stands in the page twice for a moment: in a hidden part, until it is put in its place. */
export async function settled(page: Page) {
  await expect(page.locator('div[hidden][id^="S:"]')).toHaveCount(0)
}
