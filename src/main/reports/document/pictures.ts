/** Which pictures a report shows of one side of a comparison. */
export const SIDE_PICTURES = ['plate', 'crop', 'similar', 'dissimilar', 'combined', 'enhanced'] as const
export type SidePicture = (typeof SIDE_PICTURES)[number]

/**
 * File name of a picture of a comparison (PNG): `plate` the face and its surroundings, `crop` what the model got, the three
 * maps over it, `enhanced` the plate of the enhanced copy where there are steps.
 *
 * @param comparison its label, "C-1"
 */
export const sidePicture = (comparison: string, side: 'a' | 'b', which: SidePicture): string => `${comparison}-${side}-${which}.png`

/**
 * File name of an exhibit's whole photo (JPEG, upright).
 *
 * @param exhibit its label, "E-1"
 */
export const exhibitPicture = (exhibit: string): string => `${exhibit}-photo.jpg`

/** Crop widths that a plate shows. */
export const PLATE_EXTENT = 2
