'use server'
import { action } from '@/app/_server/action'
import { deleteDocument } from '@/lib/document/delete-document'
import { DeleteInput, RenameInput } from '@/lib/document/input'
import { renameDocument } from '@/lib/document/rename-document'

export const renameDocumentHere = action(RenameInput, renameDocument)
export const deleteDocumentHere = action(DeleteInput, deleteDocument)
