import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { newProject } from './documents'
import { settled } from './settled'

test('an administrator is told what anonymising does, types the address, and the name is gone', async ({ page }) => {
  const email = `zhou-${Date.now()}@desk.example`
  const project = await newProject(page, 'Farewell')
  await page.goto(`${project}/members`)
  await page.getByRole('button', { name: 'Add a member' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill('Zhou Yuqing')
  await form.getByLabel('E-mail address').fill(email)
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Set-up link' })).toBeVisible()

  await page.goto(`/administration?search=${email}`)
  await settled(page)
  await page.getByRole('button', { name: 'More for Zhou Yuqing' }).click()
  await page.getByRole('menuitem', { name: 'Anonymise …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Anonymise Zhou Yuqing?' })
  await expect(dialog.getByText('One project is left.')).toBeVisible()
  await expect(dialog.getByText('This cannot be undone.')).toBeVisible()
  await expectAccessible(page)
  const confirm = dialog.getByRole('button', { name: 'Anonymise for good' })
  await expect(confirm).toBeDisabled()
  await dialog.getByLabel(`To confirm, type ${email}`).fill(email.toUpperCase())
  await confirm.click()
  const told = page.getByText(/Done\. From now on: Former member\s\d+/).first()
  await expect(told).toBeVisible()
  const number = /(\d+)$/.exec((await told.textContent()) ?? '')?.[1]
  await expect(page.getByText('Nobody of that name or address')).toBeVisible()

  await page.goto(`/administration?search=Former%20member%20${number}`)
  await settled(page)
  await expect(page.getByRole('row', { name: new RegExp(`Former member\\s${number}\\b`) })).toContainText('Anonymised')
  await page.goto(`${project}/audit`)
  await expect(page.getByRole('row', { name: /member\.remove/ })).toContainText(`Former member\u00A0${number}`)
})
