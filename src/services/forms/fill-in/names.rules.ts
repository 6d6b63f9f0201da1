/** The name in HTML of the field whose answer stands at a path: `dogs.0.born` is `a[dogs-0-born]`. */
export const fieldName = (path: string): string => `a[${joined(path)}]`

/** Where the form says how many there are of a group. */
export const countName = (path: string): string => `n[${joined(path)}]`

/** Paths as one word; keys of fields hold no hyphen. */
export const joined = (path: string): string => path.replaceAll('.', '-')

export const placeParts = ['Text', 'Asked', 'Id', 'Lat', 'Lon', 'Way', 'Accuracy', 'Note'] as const
