import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { EN, importTexts, newProject, ZH } from './documents'
import { newMember } from './people'
import { settled } from './settled'

test('days away are entered, seen by the manager, and said before work goes to an empty chair', async ({
  page,
  browser,
}) => {
  const project = await newProject(page, 'Away')
  await importTexts(page, project, { zh: ZH, en: EN })
  const lin = await newMember(page, browser, project, { name: 'Lin Away', role: 'translator' })

  await lin.goto('/account')
  await settled(lin)
  await lin.getByRole('button', { name: 'Add days away' }).click()
  const dialog = lin.getByRole('dialog', { name: 'Add days away' })
  await dialog.getByLabel('First day').fill('2099-03-09')
  await dialog.getByLabel('Last day').fill('2099-03-04')
  await dialog.getByLabel('Reason').fill('Harvest at home')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('The last day away comes before the first.')).toBeVisible()
  await expectAccessible(lin)
  await dialog.getByLabel('Last day').fill('2099-03-13')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(lin.getByRole('list', { name: 'Days away' })).toContainText('Mar 9–13, 2099')

  await page.goto(`${project}/members`)
  await expect(page.getByText('Away Mar 9–13, 2099: Harvest at home')).toBeVisible()
  await page.goto(`${project}/progress`)
  await expect(page.getByText('Away Mar 9–13, 2099')).toBeVisible()

  await page.goto(`${project}/assignments`)
  await page.getByRole('button', { name: 'Assign work' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('From row').fill('1')
  await form.getByLabel('To row').fill('12')
  await form.getByLabel('Step').selectOption('translate')
  await form.getByLabel('Member').selectOption({ label: 'Lin Away: no open work; away Mar 9–13, 2099' })
  await form.getByLabel('Due').fill('2099-03-11T18:00')
  await expect(form.getByText('Lin Away is away on the day it is due (Mar 9–13, 2099).')).toBeVisible()
  await expectAccessible(page)
  await form.getByLabel('Due').fill('2099-03-20T18:00')
  await expect(form.getByText('Lin Away is away on the day it is due')).toHaveCount(0)

  await lin.getByRole('button', { name: 'Remove: Mar 9–13, 2099' }).click()
  await expect(lin.getByText('You have entered no days away.')).toBeVisible()
})
