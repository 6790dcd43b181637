import type { Opinion } from '../../../../shared/domain/opinion'
import { ChecklistPanel } from '../checklist/ChecklistPanel'
import { useOpinionChecklist } from './useSight'

/** The checklist of the independent opinion that is being formed. */
export const OpinionChecklist = ({ opinion }: { opinion: Opinion }) => <ChecklistPanel source={useOpinionChecklist(opinion)} />
