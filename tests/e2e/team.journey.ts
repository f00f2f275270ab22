import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { cell, EN, importTexts, newProject, row, ZH } from './documents'
import { newMember } from './people'

test('a member is invited, gets a range with a due date, finds it, and is bound by four eyes', async ({
  page,
  browser,
}) => {
  const project = await newProject(page, 'Team')
  await importTexts(page, project, { zh: ZH, en: EN })

  await page.goto(`${project}/members`)
  await expectAccessible(page)
  const mei = await newMember(page, browser, project, { name: 'Mei Reviser', role: 'reviser' })

  await page.goto(`${project}/assignments`)
  await page.getByRole('button', { name: 'Assign work' }).first().click()
  const form = page.getByRole('dialog')
  // Who may have it hangs on the rows and the step.
  await form.getByLabel('From row').fill('1')
  await form.getByLabel('To row').fill('12')
  await form.getByLabel('Step').selectOption('revise')
  await form.getByLabel('Member').selectOption({ label: 'Mei Reviser: no open work' })
  await form.getByLabel('Due').fill('2030-01-31T18:00')
  await form.getByLabel('Instruction').fill('Mind the numbers.')
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Assign', exact: true }).click()
  await expect(page.getByText('Mei Reviser has rows 1–12.', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('main').getByText('Mind the numbers.')).toBeVisible()
  await expectAccessible(page)

  // A card of the board is dragged into the pool, and back to whoever had it.
  await page.goto(`${project}/progress`)
  const board = page.getByRole('list', { name: 'Work under way, by person' })
  const column = (name: RegExp) => board.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
  const card = (name: RegExp) => column(name).getByRole('listitem').filter({ hasText: 'Rows 1–12' })
  await card(/^Mei Reviser/).dragTo(column(/^The pool/))
  await expect(card(/^The pool/)).toBeVisible()
  await expect(card(/^Mei Reviser/)).toHaveCount(0)
  await card(/^The pool/).dragTo(column(/^Mei Reviser/))
  await expect(card(/^Mei Reviser/)).toBeVisible()

  await mei.goto('/')
  await expect(mei.getByRole('main').getByText('Mind the numbers.')).toBeVisible()
  await expectAccessible(mei)
  await mei
    .getByRole('link', { name: /lighthouse/i })
    .first()
    .click()
  await mei.waitForURL(/\/review\//)
  await cell(row(mei, '更换了灯具'), 'en').click()
  await mei.keyboard.press('Control+Alt+Enter')
  await expect(row(mei, '更换了灯具')).toContainText('Revised')
  await mei.goto(`${project}/settings`)
  await expect(mei.getByRole('button', { name: /Save/ })).toHaveCount(0)
  await mei.context().close()
})
