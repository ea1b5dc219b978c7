/**
 * @file The words of the language, as patterns. Keywords are told from them in src/scanner.c.
 */

/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

// What a word consists of, in any script.
const PART = '[\\p{XID_Continue}\\-]';

module.exports = {
  NAME: new RustRegex(`[_\\p{L}]${PART}*`),
  // `10k`, `1st`: with more than digits, or it would be no word. The compiler asks for a letter; to tell letters from
  // marks and from digits of other scripts would make the parser twice as large.
  NUMBERED_WORD: new RustRegex(`(?:[0-9\\-][0-9_\\-]*[${PART}&&[^0-9_\\-]]|[${PART}&&[^0-9_\\-\\p{L}]])${PART}*`),
  // In settings, whatever is no name and no number is a word too.
  LOOSE_WORD: new RustRegex(`[${PART}&&[^_\\p{L}]]${PART}*`),
  MEMBER_KEY: new RustRegex(`[${PART}&&[^0-9]]${PART}*`),
  NUMBER: /[0-9][0-9_]*/,
  // The API's own sizes: `51-200`, `10001+`.
  BUCKET: /[0-9]+[\-\u2013][0-9]+|[0-9]+\+/,
  // In quotes that are bent, or of another language.
  FOREIGN_STRING: /[“”„«»][^“”«»"\n]*[“”»«"]|['‘’‚][^'‘’\n]*['‘’]|`[^`\n]*`/,
  JSON_NUMBER: /-?[0-9][0-9_]*(\.[0-9][0-9_]*)?([eE][+\-]?[0-9][0-9_]*)?/,
  // `\u{…}` takes the number of any character, so no surrogates and nothing beyond 10ffff.
  ESCAPE:
    /\\(["\\nt]|u\{0*([0-9a-fA-F]{1,3}|[0-9a-cA-CeEfF][0-9a-fA-F]{3}|[dD][0-7][0-9a-fA-F]{2}|[1-9a-fA-F][0-9a-fA-F]{4}|10[0-9a-fA-F]{4})\})/,
};
