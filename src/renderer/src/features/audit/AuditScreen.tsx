import { Group } from '@mantine/core'
import { useState } from 'react'
import { Screen } from '../../ui/Screen'
import { VerifyEvidence } from '../case/exhibits/VerifyEvidence'
import { AuditTable } from './AuditTable'
import { CaseFilter } from './CaseFilter'
import { VerifyAudit } from './VerifyAudit'
import { VerifyRecords } from './VerifyRecords'

/** The log of the library: append-only, each row chained to the one before by its hash. */
export function AuditScreen() {
  const [caseId, setCaseId] = useState<string | null>(null)
  const actions = (
    <>
      <VerifyEvidence caseId={null} />
      <VerifyRecords caseId={caseId} />
      <VerifyAudit />
    </>
  )
  return (
    <Screen title="Audit log" hint="Append-only. Each row holds the hash of the one before, so that a change of any row shows." actions={actions}>
      <Group>
        <CaseFilter value={caseId} onChange={setCaseId} />
      </Group>
      <AuditTable key={caseId} caseId={caseId} withCase={caseId === null} />
    </Screen>
  )
}
