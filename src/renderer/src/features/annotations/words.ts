import type { AnnotationKind } from '../../../../shared/domain/annotation'
import type { Shown } from './useAnnotationEdits'

export const KIND_LABELS: Readonly<Record<AnnotationKind, string>> = { arrow: 'Arrow', circle: 'Circle', polygon: 'Polygon', text: 'Text' }

/** "annotation 3, circle: scar" */
export const describe = ({ number, kind, text }: Pick<Shown, 'number' | 'kind' | 'text'>): string =>
  `${number === null ? 'new annotation' : `annotation ${number}`}, ${KIND_LABELS[kind].toLowerCase()}${text === '' ? '' : `: ${text.slice(0, 60)}`}`
