/** What a file dialog offers first; whatever is chosen is judged by its bytes. */
export const PHOTO_TYPES = 'image/*,.heic,.heif,.tif,.tiff,.bmp,.webp,.avif,.jp2'
