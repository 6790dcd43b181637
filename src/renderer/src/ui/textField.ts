/** Whether text is typed here: then undo, and most keys, are the field's own. A switch or a slider is an <input> too, and none. */
export const isTextField = (element: EventTarget | null): boolean =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && /^(text|search|number|date|datetime-local|url|email)$/.test(element.type))
