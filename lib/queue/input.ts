import { z } from 'zod'

export const JobInput = z.object({ projectId: z.uuid(), jobId: z.uuid() })
export type JobInput = z.infer<typeof JobInput>

export const JobsInput = z.object({ projectId: z.uuid() })
export type JobsInput = z.infer<typeof JobsInput>
