import type { Exhibit } from '../../../shared/domain/exhibit'

export type ExhibitReference = Pick<Exhibit, 'id' | 'number' | 'name' | 'sha256' | 'size'>
