import { AuditTable } from '../../audit/AuditTable'

/** What was done in this case, newest first: the rows of the library's log that belong to it. */
export const HistoryTab = ({ caseId }: { caseId: string }) => <AuditTable caseId={caseId} withCase={false} />
