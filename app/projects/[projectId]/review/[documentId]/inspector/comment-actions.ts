'use server'
/** What a person does with comments. */
import { action } from '@/app/_server/action'
import { addComment } from '@/lib/comment/add-comment'
import { answerComment } from '@/lib/comment/answer-comment'
import { commentOnNote } from '@/lib/comment/comment-on-note'
import { deleteComment } from '@/lib/comment/delete-comment'
import { editComment } from '@/lib/comment/edit-comment'
import {
  AddCommentInput,
  AnswerInput,
  CommentOnNoteInput,
  DeleteCommentInput,
  EditCommentInput,
  ReadInput,
  ResolveInput,
} from '@/lib/comment/input'
import { readMentions } from '@/lib/comment/read-mentions'
import { resolveThread } from '@/lib/comment/resolve-thread'

export const add = action(AddCommentInput, addComment)
export const sayOnNote = action(CommentOnNoteInput, commentOnNote)
export const answer = action(AnswerInput, answerComment)
export const edit = action(EditCommentInput, editComment)
export const remove = action(DeleteCommentInput, deleteComment)
export const resolve = action(ResolveInput, resolveThread)
export const markRead = action(ReadInput, readMentions)
