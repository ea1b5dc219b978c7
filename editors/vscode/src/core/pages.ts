// The documents that show pages of the manual, and which page is meant at a place.

import type { Address } from "./bodies";

/** The scheme of their addresses. */
export const PAGE_SCHEME = "personac-page";

/** Where the page of a code, a rule, a filter or a setting is shown. */
export function pageAddress(topic: string): Address {
  return { scheme: PAGE_SCHEME, path: `/${topic.replaceAll("/", "_")}.md`, query: "" };
}

/** What the page at an address is about. */
export function topicAt(address: { readonly path: string }): string {
  return address.path.replace(/^\//, "").replace(/\.md$/, "");
}

/** A finding, as far as it matters here. */
export interface Finding {
  readonly code: string;
  readonly startLine: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

/** The findings that are meant at a place: those it is in, else those of its line. Each code is named once. */
export function meant<F extends Finding>(findings: readonly F[], line: number, character: number): F[] {
  const around = findings.filter((one) => holds(one, line, character));
  const chosen = around.length > 0 ? around : findings.filter((one) => one.startLine <= line && line <= one.endLine);
  return chosen.filter((one, index) => chosen.findIndex((other) => other.code === one.code) === index);
}

function holds(finding: Finding, line: number, character: number): boolean {
  const afterStart = finding.startLine < line || (finding.startLine === line && finding.startCharacter <= character);
  const beforeEnd = line < finding.endLine || (line === finding.endLine && character <= finding.endCharacter);
  return afterStart && beforeEnd;
}
