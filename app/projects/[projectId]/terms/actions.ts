'use server'
import { action } from '@/app/_server/action'
import { deleteConcept } from '@/lib/termbase/delete-concept'
import { DeleteConceptInput, SaveConceptInput } from '@/lib/termbase/input'
import { saveConcept } from '@/lib/termbase/save-concept'

export const keepConcept = action(SaveConceptInput, saveConcept)
export const removeConcept = action(DeleteConceptInput, deleteConcept)
