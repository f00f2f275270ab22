export const align = {
  mode: 'Mode',
  'mode-read': 'Read',
  'mode-align': 'Align',
  'mode-review': 'Review',
  'mode-read-hint': 'Read the texts as they stand',
  'mode-align-hint': 'Mend which sentences belong together',
  'mode-review-hint': 'Edit, note discrepancies and approve',
}
