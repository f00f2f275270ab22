/**
 * Reads a form of files and never holds more than is allowed: too large a body is refused by its declared length,
 * and, where that is missing or a lie, as soon as more has arrived.
 */
import { z } from 'zod'
import { type Asked, parse } from '@/app/_server/route'
import { requireMember } from '@/lib/auth/require-member'
import type { Side } from '@/lib/bitext/text'
import { LARGEST_FILE, type SourceFile } from '@/lib/document/input'
import type { FileProblem } from '@/lib/document/read-files'
import { AppError } from '@/lib/errors'

/** Parts of the form that hold a file, and the side they stand for. `both` holds two texts. */
const PARTS = { zh: 'zh', en: 'en', both: undefined } as const satisfies Record<string, Side | undefined>

// Two files, and room for titles, addresses and the corrections of a very long document.
const LARGEST_BODY = 2 * LARGEST_FILE + 8 * 1024 * 1024

export type Upload = { ok: true; form: FormData; files: SourceFile[] } | { ok: false; problems: FileProblem[] }

/** The right is asked for before the body is read: a stranger's hundred megabytes are not worth holding. */
export async function readUpload({ actor, request, params }: Asked): Promise<Upload> {
  await requireMember(actor, parse(z.uuid(), params.projectId), 'document.import')
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BODY) return { ok: false, problems: [tooLarge('')] }
  const body = await readForm(request)
  if (body === 'too-large') return { ok: false, problems: [tooLarge('')] }
  return await readFiles(body)
}

class TooLarge extends Error {}

async function readForm(request: Request): Promise<FormData | 'too-large'> {
  if (!request.body) throw new AppError('invalid', 'invalid-input')
  let seen = 0
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.byteLength
        if (seen > LARGEST_BODY) controller.error(new TooLarge())
        else controller.enqueue(chunk)
      },
    }),
  )
  try {
    return await new Response(counted, {
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
    }).formData()
  } catch (error) {
    if (seen > LARGEST_BODY) return 'too-large'
    // What the platform cannot take apart was never a form: its fault, not ours.
    if (error instanceof TypeError) throw new AppError('invalid', 'invalid-input')
    throw error
  }
}

async function readFiles(form: FormData): Promise<Upload> {
  const files: SourceFile[] = []
  const problems: FileProblem[] = []
  for (const [part, side] of Object.entries(PARTS)) {
    const file = form.get(part)
    if (!(file instanceof File)) continue
    if (file.size > LARGEST_FILE) problems.push(tooLarge(file.name))
    else files.push(await readFile(file, side, form.get(`${part}-address`)))
  }
  if (problems.length > 0) return { ok: false, problems }
  if (files.length === 0) throw new AppError('invalid', 'invalid-input', { field: 'files' })
  return { ok: true, form, files }
}

async function readFile(file: File, side: Side | undefined, address: unknown): Promise<SourceFile> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { side, fileName: file.name, address: typeof address === 'string' ? address : '', bytes }
}

function tooLarge(fileName: string): FileProblem {
  const megabytes = LARGEST_FILE / 1024 / 1024
  return {
    id: 'file-too-large',
    message: `The file is larger than ${megabytes} MB. Split it, or save it as plain text.`,
    values: { megabytes },
    fileName,
  }
}

const Corrections = z.string().transform((typed, context) => {
  try {
    return JSON.parse(typed) as unknown
  } catch {
    context.addIssue('not JSON')
    return z.NEVER
  }
})

/** The corrections part of a form, still to be parsed as what they are. */
export function correctionsOf(form: FormData): unknown {
  return parse(Corrections, form.get('corrections') ?? '[]')
}
