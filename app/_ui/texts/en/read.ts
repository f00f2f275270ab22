export const read = {
  'inspector-width': 'Width of the inspector',
  'sheet-full': 'Sheet over the whole height',
  'sheet-half': 'Sheet at half height',
  'sheet-hint': 'Drag, or press ↑ and ↓; Escape closes',
} as const
