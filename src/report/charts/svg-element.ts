/**
 * The few parts of a DOM that a chart needs. Charts run in the browser and, with a DOM of its own, on the server, whose
 * program is compiled without DOM types: these stand in for both. A browser's `document` fits `SvgDocument`.
 */
export interface SvgElement {
  readonly outerHTML: string;
  textContent: string | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  append(...nodes: SvgElement[]): void;
  prepend(...nodes: SvgElement[]): void;
  remove(): void;
  querySelectorAll(selector: string): Iterable<SvgElement>;
}

export interface SvgDocument {
  createElementNS(namespace: 'http://www.w3.org/2000/svg', name: string): SvgElement;
}

export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
