import type { project as en } from '../en/project'

export const project: Record<keyof typeof en, string> = {
  projects: '项目',
  switchProject: '切换项目',
  allProjects: '全部项目',
  newProject: '新建项目',
  documents: '文档',
  discrepancies: '不一致之处',
  assignments: '任务',
  members: '成员',
  settings: '设置',
}
