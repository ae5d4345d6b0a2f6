// JSON from outside: refuses deep nesting before the parser builds anything.

export type ParsedJson = { kind: 'value'; value: unknown } | { kind: 'too-deep' | 'malformed' };

/** Parses JSON whose arrays and objects nest at most `maxDepth` deep. */
export function parseBoundedJson(text: string, maxDepth: number): ParsedJson {
  if (nestsDeeper(text, maxDepth)) return { kind: 'too-deep' };
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'value', value };
  } catch {
    return { kind: 'malformed' };
  }
}

function nestsDeeper(text: string, maxDepth: number): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (isInString) {
      if (character === '\\') index++;
      else if (character === '"') isInString = false;
    } else if (character === '"') {
      isInString = true;
    } else if (character === '[' || character === '{') {
      if (++depth > maxDepth) return true;
    } else if (character === ']' || character === '}') {
      depth--;
    }
  }
  return false;
}
