// The server tells what each word is; the grammar has told some of that already, and more finely: escapes in a
// string, rules in a comment. What the grammar knows is left to it.

/** What only the server can know. */
const KEPT = new Set(["property", "variable", "enumMember", "namespace", "function", "class"]);

/** Five numbers a token: lines and columns from the token before, its length, its type, its modifiers. */
const WIDTH = 5;

/** The tokens that only the server can know. */
export function refined(data: Uint32Array, types: readonly string[]): Uint32Array {
  const kept: number[] = [];
  let [line, column, lastLine, lastColumn] = [0, 0, 0, 0];
  for (let at = 0; at + WIDTH <= data.length; at += WIDTH) {
    const [lines = 0, columns = 0, length = 0, type = 0, modifiers = 0] = data.subarray(at, at + WIDTH);
    column = lines === 0 ? column + columns : columns;
    line += lines;
    if (KEPT.has(types[type] ?? "")) {
      kept.push(line - lastLine, line === lastLine ? column - lastColumn : column, length, type, modifiers);
      [lastLine, lastColumn] = [line, column];
    }
  }
  return Uint32Array.from(kept);
}
