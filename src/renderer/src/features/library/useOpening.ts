import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ErrorData } from '../../../../shared/errors'
import type { CallInput } from '../../../../shared/ipc/contract'
import { useAct } from '../../client'
import { paths } from '../../routes'
import { useUndo } from '../../ui/undo'

export type OpenRequest = CallInput<'library.open'>

/** What was asked for, and why it could not be had. */
export interface Problem {
  asked: OpenRequest
  error: ErrorData
}

export interface Opening {
  open: (request: OpenRequest) => void
  busy: boolean
  problem: Problem | null
}

/** Opens or makes a library; when it is open, the window goes on where it was asked for one. */
export function useOpening(): Opening {
  const [problem, setProblem] = useState<Problem | null>(null)
  const { mutate, isPending } = useAct('library.open', { handles: 'all' })
  const queries = useQueryClient()
  const [location, navigate] = useLocation()
  const { clear } = useUndo()
  const open = (asked: OpenRequest): void => {
    setProblem(null)
    mutate(asked, {
      onError: error => setProblem({ asked, error }),
      onSuccess: status => {
        clear()
        queries.setQueryData(['library.status', {}], status)
        void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'library.status' })
        if (location === paths.library) navigate(paths.cases)
      }
    })
  }
  return { open, busy: isPending, problem }
}
