import { expect, test } from '@playwright/test'
import { expectAccessible, expectContrast } from './accessible'
import { settled } from './settled'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in Chinese, ${colorScheme}`, () => {
    test.use({ locale: 'zh-CN', colorScheme, storageState: { cookies: [], origins: [] } })

    test('signing in and the pages of the sample', async ({ page }) => {
      await page.goto('/sign-in')
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
      await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
      await expectAccessible(page)
    })
  })
}

for (const [colorScheme, expectFine] of [
  ['light', expectAccessible],
  ['dark', expectContrast],
] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('every page is accessible', async ({ page }) => {
      await page.goto('/')
      await expect(page.getByRole('link', { name: /Sample/ }).first()).toBeVisible()
      await settled(page)
      await expectFine(page)
      const [sample] = await page
        .getByRole('link')
        .evaluateAll((links) =>
          links
            .map((link) => link.getAttribute('href') ?? '')
            .filter((href) => /^\/projects\/[0-9a-f-]{36}$/.test(href)),
        )
      for (const path of [
        sample,
        `${sample}/discrepancies`,
        `${sample}/discrepancies?view=board`,
        `${sample}/discrepancies?view=heat`,
        `${sample}/assignments`,
        `${sample}/progress`,
        `${sample}/quality`,
        `${sample}/checks`,
        `${sample}/terms`,
        `${sample}/settings/webhooks`,
        '/notices',
        '/administration',
        '/administration/projects',
        '/administration/settings',
        `${sample}/members`,
        `${sample}/settings`,
        `${sample}/import`,
        '/account',
        '/projects/new',
      ]) {
        await page.goto(path)
        await expect(page.getByRole('heading').first()).toBeVisible()
        await settled(page)
        await expectFine(page)
      }
    })
  })
}
