export const project = {
  projects: 'Projects',
  switchProject: 'Switch project',
  allProjects: 'All projects',
  newProject: 'New project',
  documents: 'Documents',
  discrepancies: 'Discrepancies',
  assignments: 'Work',
  members: 'Members',
  settings: 'Settings',
} as const
