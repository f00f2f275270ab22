'use server'
import { action } from '@/app/_server/action'
import { deleteEntry } from '@/lib/register/delete-entry'
import { DeleteEntryInput, SaveEntryInput, TakeEntriesInput } from '@/lib/register/input'
import { saveEntry } from '@/lib/register/save-entry'
import { takeEntries } from '@/lib/register/take-entries'

export const keepEntry = action(SaveEntryInput, saveEntry)
export const removeEntry = action(DeleteEntryInput, deleteEntry)
export const takeFromDocument = action(TakeEntriesInput, takeEntries)
